import {
  type DataResponse,
  describeIndex,
  expiredIndices,
  type IndexSize,
  indicesKept,
  type KeptKind,
  type Rotation,
  type RotationChange,
} from '../../../common/retention';

export interface Stored {
  indices: IndexSize[];
  docs: number;
  bytes: number;
  /** Begin of the oldest index, epoch milliseconds; absent without one. */
  oldest?: number;
}

/** The events of one log type and namespace, as the page shows them. */
export interface LogRow extends Stored {
  type: string;
  namespace: string;
  /** What new events rotate by. */
  rotation: Rotation;
  /** A change that holds from a later day on. */
  pending?: RotationChange;
  retentionDays?: number;
  /** Shards once the retention, or a year, has passed; absent where the cluster's are not known. */
  shardsKept?: number;
}

function stored(indices: IndexSize[]): Stored {
  const begins = indices.map(({ name }) => describeIndex(name)?.from ?? Infinity);
  return {
    indices,
    docs: indices.reduce((sum, { docs }) => sum + docs, 0),
    bytes: indices.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(indices.length > 0 && { oldest: Math.min(...begins) }),
  };
}

export function logRows({ logs, settings, indices, shards }: DataResponse, now: number): LogRow[] {
  const today = new Date(now).toISOString().slice(0, 10);
  return logs.map(({ type, namespace }) => {
    const kept = settings.logs.find((data) => data.type === type && data.namespace === namespace);
    const schedule = kept?.schedule ?? [];
    const rotation = schedule.filter(({ from }) => from <= today).pop()?.rotation ?? 'monthly';
    const pending = schedule.find(({ from }) => from > today);
    const retentionDays = kept?.retentionDays;
    const own = indices.filter(({ name }) => name.startsWith(`siem-logs-${type}-${namespace}-`));
    return {
      type,
      namespace,
      rotation,
      pending,
      retentionDays,
      shardsKept: shards && indicesKept(pending?.rotation ?? rotation, retentionDays) * shards.perIndex,
      ...stored(own),
    };
  });
}

export function keptRow(kind: KeptKind, { indices }: DataResponse): Stored {
  return stored(indices.filter(({ name }) => describeIndex(name)?.kind === kind));
}

/** What the next deletion removes of a log type and namespace if its events are kept for so many days. */
export function deletedBy(
  { type, namespace, indices }: LogRow,
  retentionDays: number | undefined,
  now: number,
): Stored {
  return stored(
    expiredIndices(indices, { logs: [{ type, namespace, schedule: [], retentionDays }], kept: {} }, now),
  );
}

/** What the next deletion removes with the settings as they are. */
export function deletedNext({ indices, settings }: DataResponse, now: number): Stored {
  return stored(expiredIndices(indices, settings, now));
}
