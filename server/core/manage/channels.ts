import type { ChannelTestResponse } from '../../../common/api';
import type { ChannelInput, ChannelStatus, ChannelView } from '../../../common/channel';
import { describeErrors } from '../../../common/codec';
import type { FieldValues } from '../../../common/field';
import { fieldsCodec } from '../../../common/field';
import type { ChannelTypeDeclaration } from '../../../common/kinds';
import { asSiemError, SiemError } from '../errors';
import type { NewId } from '../ports';
import type { Actor, ManagedObject, ManagedObjects, Seen } from './managed_objects';

/** Seals and opens the secret fields of declared settings. */
export interface SettingsSecrets {
  /** Typed secrets sealed; ones left out taken over from `stored`. Fails with `secret_needed` where their destination changed. */
  seal(type: ChannelTypeDeclaration, id: string, settings: FieldValues, stored?: FieldValues): FieldValues;
  open(type: ChannelTypeDeclaration, id: string, stored: FieldValues): FieldValues;
  /** Settings without secrets, and the names of those that are stored. */
  redact(type: ChannelTypeDeclaration, stored: FieldValues): { settings: FieldValues; secretsSet: string[] };
}

/** A channel with its secrets in the clear, for the sender alone. */
export interface ReadableChannel {
  id: string;
  name: string;
  type: string;
  settings: FieldValues;
}

interface Parts {
  objects: ManagedObjects<ChannelInput>;
  secrets: SettingsSecrets;
  channelTypes: { get(id: string): ChannelTypeDeclaration };
  newId: NewId;
  status(id: string): Promise<ChannelStatus | undefined>;
  /** Sends a message that says it is a test; the receiver's answer in a sentence. */
  sendTest(channel: ReadableChannel, signal?: AbortSignal): Promise<string>;
  forget(id: string): Promise<void>;
}

export interface ChannelService {
  list(): Promise<ChannelView[]>;
  get(id: string): Promise<ChannelView>;
  create(input: ChannelInput, actor: Actor): Promise<ChannelView>;
  update(seen: Seen, input: ChannelInput, actor: Actor): Promise<ChannelView>;
  remove(id: string): Promise<void>;
  test(input: ChannelInput, id?: string, signal?: AbortSignal): Promise<ChannelTestResponse>;
  /** One channel for the sender. Fails where it is gone, switched off or was changed outside. */
  readable(id: string): Promise<ReadableChannel>;
}

/** What people do with channels; their type's declaration says which settings there are and which of them are secret. */
export function createChannelService(parts: Parts): ChannelService {
  const { objects, secrets, channelTypes, newId } = parts;

  async function view(object: ManagedObject<ChannelInput>): Promise<ChannelView> {
    const { name, type, enabled, createdAt, updatedAt, updatedBy } = object.attributes;
    const shown = secrets.redact(channelTypes.get(type), object.attributes.settings);
    return {
      id: object.id,
      name,
      type,
      enabled,
      ...shown,
      createdAt,
      updatedAt,
      updatedBy,
      status: await statusOf(object),
    };
  }

  async function statusOf(object: ManagedObject<ChannelInput>): Promise<ChannelStatus> {
    const known = (await parts.status(object.id)) ?? { state: 'unused', delivered: 0, waiting: 0 };
    if (!object.allowed) return { ...known, state: 'changed_outside' };
    return object.attributes.enabled ? known : { ...known, state: 'disabled' };
  }

  function sealed(id: string, input: ChannelInput, stored?: FieldValues): ChannelInput {
    const type = channelTypes.get(input.type);
    return { ...input, settings: secrets.seal(type, id, checked(type, input.settings), stored) };
  }

  return {
    list: async () => Promise.all((await objects.list()).map(view)),
    get: async (id) => view(await objects.get(id)),

    async create(input, actor) {
      const id = newId();
      return view(await objects.create(id, sealed(id, input), actor));
    },

    async update(seen, input, actor) {
      const current = await objects.getSeen(seen);
      const kept = current.attributes.type === input.type ? current.attributes.settings : undefined;
      return view(await objects.replace(current, sealed(seen.id, input, kept), actor));
    },

    async remove(id) {
      await objects.remove(id);
      await parts.forget(id);
    },

    async test(input, id, signal) {
      const type = channelTypes.get(input.type);
      const typed = checked(type, input.settings);
      const settings = id === undefined ? typed : await withStoredSecrets(type, id, typed);
      try {
        const message = await parts.sendTest(
          { id: id ?? 'test', name: input.name, type: input.type, settings },
          signal,
        );
        return { ok: true, message };
      } catch (thrown) {
        const error = asSiemError(thrown);
        if (error.code === 'internal') throw error;
        return { ok: false, message: error.message, code: error.code };
      }
    },

    async readable(id) {
      const { attributes, allowed } = await objects.get(id);
      if (!allowed) {
        throw new SiemError(
          'changed_outside',
          `The channel "${attributes.name}" was changed outside SIEM: open and save it to allow it again.`,
        );
      }
      if (!attributes.enabled)
        throw new SiemError('delivery_failed', `The channel "${attributes.name}" is switched off.`);
      const settings = secrets.open(channelTypes.get(attributes.type), id, attributes.settings);
      return { id, name: attributes.name, type: attributes.type, settings };
    },
  };

  /** Secrets that were not typed again are the stored ones, if they still go to the same place. */
  async function withStoredSecrets(
    type: ChannelTypeDeclaration,
    id: string,
    typed: FieldValues,
  ): Promise<FieldValues> {
    const { attributes } = await objects.get(id);
    const resealed = secrets.seal(
      type,
      id,
      typed,
      attributes.type === type.id ? attributes.settings : undefined,
    );
    return secrets.open(type, id, resealed);
  }
}

function checked(type: ChannelTypeDeclaration, settings: FieldValues): FieldValues {
  const result = fieldsCodec(type.fields).decode(settings);
  if (result._tag === 'Right') return result.right;
  throw new SiemError(
    'invalid_input',
    describeErrors(result.left)
      .map((line) => `settings.${line}`)
      .join('; '),
  );
}
