import type { SourceInput, SourceStatus, SourceView } from '../../../common/source';
import { DEFAULT_NAMESPACE, queueUrlOf } from '../../../common/source';
import { parseQueueUrl } from '../../../common/queue_url';
import type { SourceTestResponse } from '../../../common/api';
import { SiemError } from '../errors';
import type { NewId } from '../ports';
import type { Actor, ManagedObject, ManagedObjects, Seen } from './managed_objects';

/** Seals secrets for storage; what they are bound to is part of the seal. */
export interface SecretSealer {
  seal(plain: string, binding: SecretBinding): string;
  open(sealed: string, binding: SecretBinding): string;
}

export interface SecretBinding {
  type: string;
  id: string;
  field: string;
  /** Where the secret is sent; elsewhere it cannot be opened. */
  destination: string;
}

/** A source with its secrets in the clear, for the ingest engine alone. */
export type ReadableSource = SourceInput & { id: string; namespace: string };

export interface RunnableSource {
  id: string;
  name: string;
  pollInterval: string;
  /** Whether it reads by a queue. */
  queued: boolean;
  /** Another one whenever the source was changed. */
  revision: string;
  /** Fails with `secret_unreadable` where the keys configured now do not fit. */
  open(): ReadableSource;
}

interface Parts {
  objects: ManagedObjects<SourceInput>;
  secrets: SecretSealer;
  /** Fails with `invalid_input` where the input does not go with its log type. */
  check(input: SourceInput): void;
  newId: NewId;
  status(id: string): Promise<SourceStatus | undefined>;
  test(source: ReadableSource, signal?: AbortSignal): Promise<SourceTestResponse>;
  forget(id: string): Promise<void>;
}

export interface SourceService {
  list(): Promise<SourceView[]>;
  get(id: string): Promise<SourceView>;
  create(input: SourceInput, actor: Actor): Promise<SourceView>;
  update(seen: Seen, input: SourceInput, actor: Actor): Promise<SourceView>;
  remove(id: string): Promise<void>;
  /** Lists and parses without indexing; `id` names the stored source whose secret stands in for one not typed. */
  test(input: SourceInput, id?: string, signal?: AbortSignal): Promise<SourceTestResponse>;
  /** A source with its secrets, paused or not; fails with `not_found`, `changed_outside` and `secret_unreadable`. */
  open(id: string): Promise<ReadableSource>;
  /** Enabled sources that our own routes wrote; for background work. */
  runnable(): Promise<RunnableSource[]>;
}

/** What people do with sources. Secrets are sealed on the way in and never come out again. */
export function createSourceService(parts: Parts): SourceService {
  const { objects, secrets, check, newId } = parts;

  async function view(object: ManagedObject<SourceInput>): Promise<SourceView> {
    const { createdAt, updatedAt, updatedBy, schemaVersion: _v, createdBy: _c, ...input } = object.attributes;
    return {
      ...input,
      id: object.id,
      credentials: hideSecret(input.credentials),
      createdAt,
      updatedAt,
      updatedBy,
      status: await statusOf(object),
    };
  }

  async function statusOf(object: ManagedObject<SourceInput>): Promise<SourceStatus> {
    const known = (await parts.status(object.id)) ?? {
      state: 'waiting',
      objects: 0,
      events: 0,
      rejects: 0,
      bytes: 0,
    };
    if (!object.allowed) return { ...known, state: 'changed_outside' };
    return object.attributes.enabled ? known : { ...known, state: 'paused' };
  }

  /** The input as stored: the typed secret sealed, or the sealed one kept where its destination is still the same. */
  function sealed(id: string, input: SourceInput, current?: SourceInput): SourceInput {
    check(input);
    const { credentials } = input;
    const stored = { ...input, namespace: input.namespace ?? DEFAULT_NAMESPACE };
    if (credentials.kind !== 'access_keys') return stored;
    const secretAccessKey =
      credentials.secretAccessKey !== undefined
        ? secrets.seal(credentials.secretAccessKey, bindingOf(id, input))
        : keptSecret(input, current);
    return { ...stored, credentials: { ...credentials, secretAccessKey } };
  }

  function opened(id: string, stored: SourceInput): ReadableSource {
    const { credentials } = stored;
    const source = { ...stored, id, namespace: stored.namespace ?? DEFAULT_NAMESPACE };
    if (credentials.kind !== 'access_keys') return source;
    const secretAccessKey = secrets.open(credentials.secretAccessKey ?? '', bindingOf(id, stored));
    return { ...source, credentials: { ...credentials, secretAccessKey } };
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
      return view(await objects.replace(current, sealed(seen.id, input, current.attributes), actor));
    },

    async remove(id) {
      await objects.remove(id);
      await parts.forget(id);
    },

    async test(input, id, signal) {
      check(input);
      const { credentials } = input;
      const testId = id ?? 'test';
      if (credentials.kind !== 'access_keys' || credentials.secretAccessKey !== undefined) {
        return parts.test({ ...input, id: testId, namespace: input.namespace ?? DEFAULT_NAMESPACE }, signal);
      }
      const current = id === undefined ? undefined : (await objects.get(id)).attributes;
      const kept = { ...input, credentials: { ...credentials, secretAccessKey: keptSecret(input, current) } };
      return parts.test(opened(testId, kept), signal);
    },

    async open(id) {
      const { allowed, attributes } = await objects.get(id);
      if (!allowed) {
        throw new SiemError(
          'changed_outside',
          "The source was changed without the SIEM's own routes: open and save it to allow it again.",
        );
      }
      return opened(id, inputOf(attributes));
    },

    async runnable() {
      const stored = await objects.list();
      return stored
        .filter(({ allowed, attributes }) => allowed && attributes.enabled)
        .map(({ id, attributes, version }) => ({
          id,
          name: attributes.name,
          pollInterval: attributes.pollInterval,
          queued: queueUrlOf(attributes) !== undefined,
          revision: version,
          open: () => opened(id, inputOf(attributes)),
        }));
    },
  };
}

function inputOf(attributes: ManagedObject<SourceInput>['attributes']): SourceInput {
  const {
    createdAt: _a,
    createdBy: _b,
    updatedAt: _c,
    updatedBy: _d,
    schemaVersion: _e,
    ...input
  } = attributes;
  return input;
}

/** Keys go to the endpoint with the request's signature only, yet a changed one is asked again: it is a new receiver. */
function bindingOf(id: string, { endpoint, credentials, reading }: SourceInput): SecretBinding {
  const accessKeyId = credentials.kind === 'access_keys' ? credentials.accessKeyId : '';
  const queueUrl = queueUrlOf({ reading });
  const queueEndpoint = queueUrl === undefined ? undefined : parseQueueUrl(queueUrl).endpoint;
  return {
    type: 'siem-source',
    id,
    field: 'secretAccessKey',
    destination: [endpoint ?? 'aws', accessKeyId, ...(queueEndpoint ? [queueEndpoint] : [])].join(' '),
  };
}

function keptSecret(input: SourceInput, current: SourceInput | undefined): string {
  const before = current?.credentials;
  const kept = before?.kind === 'access_keys' ? before.secretAccessKey : undefined;
  const same =
    current !== undefined && bindingOf('', current).destination === bindingOf('', input).destination;
  if (kept === undefined || !same) {
    throw new SiemError(
      'secret_needed',
      'credentials.secretAccessKey: type the secret access key; it is asked again when the access key id or the endpoint changes.',
    );
  }
  return kept;
}

function hideSecret(credentials: SourceInput['credentials']): SourceView['credentials'] {
  if (credentials.kind !== 'access_keys') return credentials;
  const { secretAccessKey, ...shown } = credentials;
  return { ...shown, secretAccessKeySet: secretAccessKey !== undefined };
}
