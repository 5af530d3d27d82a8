import type { ContentItem, ContentResponse, ContentState } from '../../../common/content';
import type { Content, ContentObject } from './content_object';
import { CONTENT_TYPES } from './content_object';
import { fingerprint, isAsInstalled, markOf } from './fingerprint';
import { neededObjects } from './needed_objects';
import type { StoredObject, UserObjects } from './ports';

export interface ContentService {
  /** How everything that is shipped stands where `objects` are. */
  show(objects: UserObjects): Promise<ContentResponse>;
  /** Makes what is not there and brings up to date what nobody edited; with `edited` also replaces what was. */
  install(objects: UserObjects, options: { edited: boolean }): Promise<ContentResponse>;
  /** Removes what nobody edited and nothing that stays needs; with `edited` also what was. */
  uninstall(objects: UserObjects, options: { edited: boolean }): Promise<ContentResponse>;
}

interface Standing {
  object: ContentObject;
  stored?: StoredObject;
  state: ContentState;
}

/** Installs the shipped saved objects with the rights of the user who asks, and never without being asked touches what someone edited. */
export function createContentService(content: Content): ContentService {
  async function standings(objects: UserObjects): Promise<Standing[]> {
    const stored = new Map((await objects.read(content.objects)).map((one) => [keyOf(one), one]));
    return content.objects.map((object) => {
      const found = stored.get(keyOf(object));
      return { object, stored: found, state: stateOf(object, found) };
    });
  }

  async function show(objects: UserObjects): Promise<ContentResponse> {
    const all = await standings(objects);
    const needed = await neededBy(objects, removable(all, false));
    const states = new Map(all.map(({ object, state }) => [keyOf(object), state]));
    return {
      version: content.version,
      dashboards: content.dashboards.map((dashboard) => ({
        ...dashboard,
        state: states.get(keyOf({ type: 'dashboard', id: dashboard.id })) ?? 'new',
      })),
      items: all.map(({ object, state }): ContentItem => ({
        type: object.type,
        id: object.id,
        title: object.attributes.title,
        state,
        needed: needed.has(keyOf(object)),
      })),
    };
  }

  return {
    show,

    async install(objects, { edited }) {
      const wanted = (await standings(objects)).filter(
        ({ state }) => state === 'new' || state === 'outdated' || (edited && state === 'edited'),
      );
      await objects.write(
        wanted.map(({ object, stored }) => ({
          ...object,
          originId: markOf(content.version, object),
          version: stored?.version,
        })),
      );
      return show(objects);
    },

    async uninstall(objects, { edited }) {
      const going = removable(await standings(objects), edited);
      const needed = await neededBy(objects, going);
      await objects.remove(going.filter((object) => !needed.has(keyOf(object))));
      return show(objects);
    },
  };
}

function stateOf(object: ContentObject, stored: StoredObject | undefined): ContentState {
  if (!stored) return 'new';
  if (fingerprint(stored) === fingerprint(object)) return 'unchanged';
  return isAsInstalled(stored) ? 'outdated' : 'edited';
}

function removable(all: readonly Standing[], edited: boolean): ContentObject[] {
  return all
    .filter(({ state }) => state !== 'new' && (edited || state !== 'edited'))
    .map(({ object }) => object);
}

/** Those of `going` that something which stays refers to. */
async function neededBy(objects: UserObjects, going: readonly ContentObject[]): Promise<Set<string>> {
  if (going.length === 0) return new Set();
  return neededObjects(going.map(keyOf), await objects.listReferences(CONTENT_TYPES));
}

function keyOf({ type, id }: { type: string; id: string }): string {
  return `${type}:${id}`;
}
