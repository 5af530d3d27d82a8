import Boom from '@hapi/boom';
import type {
  SavedObjectsRepository,
  SavedObjectsType,
  UiSettingsClient,
  UiSettingsParams,
} from '../../../types/opensearch_dashboards_server';
import { PACKAGE_INFO } from '../version';
import { CORE_UI_SETTINGS } from './core_ui_settings';

/** User-set values live in one object, whose id is the host's version. */
export const CONFIG_TYPE: SavedObjectsType = {
  name: 'config',
  hidden: false,
  namespaceType: 'single',
  mappings: { dynamic: false, properties: { buildNum: { type: 'keyword' } } },
};

type Definitions = Record<string, Partial<UiSettingsParams>>;
export type UserProvided = Record<string, { userValue?: unknown; isOverridden?: true }>;

/** What core's own routes and pages use beyond the contract for plugins. */
export interface FullUiSettingsClient extends UiSettingsClient {
  /** All definitions, without their schemas. */
  getRegistered(): Definitions;
  getUserProvided(): Promise<UserProvided>;
}

/** Advanced settings: definitions of core and plugins, values in a saved object. */
export class UiSettingsService {
  private readonly definitions = new Map<string, Partial<UiSettingsParams>>(Object.entries(CORE_UI_SETTINGS));

  /** @param overrides `uiSettings.overrides`: values that nobody can change */
  constructor(private readonly overrides: Record<string, unknown>) {}

  readonly register = (settings: Record<string, UiSettingsParams>): void => {
    for (const [key, definition] of Object.entries(settings)) {
      if (this.definitions.has(key))
        throw new Error(`uiSettings for the key [${key}] has been already registered`);
      this.definitions.set(key, definition);
    }
  };

  /** Runs each schema on its own default, as OSD does at start. */
  validateDefaults(): void {
    for (const [key, { schema, value }] of this.definitions)
      schema?.validate(value, {}, `ui settings defaults [${key}]`);
  }

  /** @throws what the schema throws; only errors of OSD's own schema classes, which we have not, would be a 400 */
  private validate(key: string, value: unknown): void {
    if (value !== null) this.definitions.get(key)?.schema?.validate(value, {}, `validation [${key}]`);
  }

  readonly asScopedToClient = (savedObjects: SavedObjectsRepository): FullUiSettingsClient => {
    const id = PACKAGE_INFO.version;

    const stored = async (): Promise<Record<string, unknown>> => {
      try {
        return (await savedObjects.get<Record<string, unknown>>('config', id)).attributes;
      } catch (error) {
        if (Boom.isBoom(error, 404)) return {};
        throw error;
      }
    };

    const getUserProvided = async (): Promise<UserProvided> => {
      const values: UserProvided = {};
      for (const [key, userValue] of Object.entries(await stored()))
        if (userValue !== null && !(key in this.overrides)) values[key] = { userValue };
      for (const [key, userValue] of Object.entries(this.overrides))
        values[key] = userValue === null ? { isOverridden: true } : { isOverridden: true, userValue };
      return values;
    };

    const getAll = async <T>(): Promise<Record<string, T>> => {
      const all: Record<string, unknown> = {};
      for (const [key, { value }] of this.definitions) all[key] = value;
      for (const [key, provided] of Object.entries(await getUserProvided()))
        if ('userValue' in provided) all[key] = provided.userValue;
      return all as Record<string, T>;
    };

    const setMany = async (changes: Record<string, unknown>): Promise<void> => {
      for (const [key, value] of Object.entries(changes)) {
        if (key in this.overrides)
          throw Boom.badRequest(`Unable to update "${key}" because it is overridden`);
        this.validate(key, value);
      }
      try {
        await savedObjects.update('config', id, changes);
      } catch (error) {
        if (!Boom.isBoom(error, 404)) throw error;
        await savedObjects.create('config', { buildNum: PACKAGE_INFO.buildNum, ...changes }, { id });
      }
    };

    return {
      getRegistered: () =>
        Object.fromEntries([...this.definitions].map(([key, { schema: _, ...shown }]) => [key, shown])),
      getUserProvided,
      getAll,
      get: async <T>(key: string) => (await getAll<T>())[key] as T,
      set: (key, value) => setMany({ [key]: value }),
      setMany,
      remove: (key) => setMany({ [key]: null }),
    };
  };
}
