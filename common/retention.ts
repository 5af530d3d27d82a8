import * as t from 'io-ts';
import { integer, text } from './codec';
import { object } from './object_codec';

export const DAY = 86_400_000;

export const ROTATIONS = ['daily', 'weekly', 'monthly'] as const;
/** How much time of events one index holds; days and months are UTC's, weeks begin on Monday. */
export type Rotation = (typeof ROTATIONS)[number];

export interface RotationChange {
  /** First day of events (yyyy-mm-dd, UTC) that it holds for. */
  from: string;
  rotation: Rotation;
}

/** Changes in the order of their days; monthly before the first. It is kept for good, so that an event's index is a function of its time. */
export type RotationSchedule = readonly RotationChange[];

/** Kinds of monthly indices besides those of events. */
export const KEPT_KINDS = ['rejects', 'alerts', 'health', 'audit'] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** A span of time in epoch milliseconds, `to` not included. */
export interface Span {
  from: number;
  to: number;
}

/** How one log type's events of one namespace are kept. */
export interface LogData {
  type: string;
  namespace: string;
  schedule: RotationSchedule;
  /** Without it, events are kept for good. */
  retentionDays?: number;
}

/** How all our data is kept. What is not named is kept for good, and rotates monthly. */
export interface DataSettings {
  logs: LogData[];
  kept: Partial<Record<KeptKind, number>>;
  /** New indices of events are compressed more (`index.codec: best_compression`): smaller, somewhat slower to write and read. */
  bestCompression: boolean;
}

const Days = integer(1, 36_500);

export const LogDataInput = object(
  { type: text(64), namespace: text(64), rotation: t.keyof({ daily: null, weekly: null, monthly: null }) },
  { retentionDays: Days },
);
export type LogDataInput = t.TypeOf<typeof LogDataInput>;

export const OtherDataInput = object(
  { bestCompression: t.boolean },
  { rejects: Days, alerts: Days, health: Days, audit: Days },
);
export type OtherDataInput = t.TypeOf<typeof OtherDataInput>;

export interface IndexSize {
  name: string;
  docs: number;
  bytes: number;
}

export interface DataResponse {
  settings: DataSettings;
  /** Log types and namespaces that there are sources or indices of. */
  logs: Array<{ type: string; namespace: string }>;
  /** All our indices. */
  indices: IndexSize[];
  /** Absent where the user that background work is done as may not see them. */
  shards?: { open: number; limit: number; perIndex: number };
  lastRun?: { at: string; deleted: IndexSize[]; error?: string };
}

/** The span of the index that an event of this time is in, and the date its name ends with: `2026.01.31`, `2026.w05` (ISO week) or `2026.01`. */
export function indexSpan(schedule: RotationSchedule, timestamp: number): Span & { name: string } {
  let rotation: Rotation = 'monthly';
  let [first, end] = [-Infinity, Infinity];
  for (const change of schedule) {
    const from = Date.parse(change.from);
    if (from > timestamp) {
      end = from;
      break;
    }
    first = from;
    rotation = change.rotation;
  }
  const { name, from, to } = periodOf(rotation, timestamp);
  return { name, from: Math.max(from, first), to: Math.min(to, end) };
}

function periodOf(rotation: Rotation, timestamp: number): Span & { name: string } {
  const date = new Date(timestamp);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (rotation) {
    case 'daily': {
      const from = Date.UTC(year, month, day);
      return { name: dotted(from, 10), from, to: from + DAY };
    }
    case 'weekly': {
      const from = Date.UTC(year, month, day - ((date.getUTCDay() + 6) % 7));
      return { name: weekName(from), from, to: from + 7 * DAY };
    }
    case 'monthly': {
      const from = Date.UTC(year, month);
      return { name: dotted(from, 7), from, to: Date.UTC(year, month + 1) };
    }
  }
}

function dotted(timestamp: number, length: number): string {
  return new Date(timestamp).toISOString().slice(0, length).replace(/-/g, '.');
}

/** A week belongs to the year that its Thursday is in. */
function weekName(monday: number): string {
  const year = new Date(monday + 3 * DAY).getUTCFullYear();
  const number = 1 + Math.round((monday - firstMonday(year)) / (7 * DAY));
  return `${year}.w${String(number).padStart(2, '0')}`;
}

/** The Monday of a year's first ISO week: the one with 4 January in it. */
function firstMonday(year: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
}

/** What an index of ours holds, by its name; undefined for any other index. */
export function describeIndex(
  name: string,
): ({ kind: 'logs'; type: string; namespace: string } & Span) | ({ kind: KeptKind } & Span) | undefined {
  const logs = /^siem-logs-([^-]+)-([^-]+)-([^-]+)$/.exec(name);
  const span = spanNamed((logs ? logs[3] : /^siem-[a-z]+-([^-]+)$/.exec(name)?.[1]) ?? '');
  if (!span) return undefined;
  if (logs) return { kind: 'logs', type: logs[1] as string, namespace: logs[2] as string, ...span };
  const kind = KEPT_KINDS.find((kept) => name.startsWith(`siem-${kept}-`));
  return kind && { kind, ...span };
}

function spanNamed(date: string): Span | undefined {
  const week = /^(\d{4})\.w(\d\d)$/.exec(date);
  if (week) {
    const from = firstMonday(Number(week[1])) + (Number(week[2]) - 1) * 7 * DAY;
    return { from, to: from + 7 * DAY };
  }
  const parts = /^(\d{4})\.(\d\d)(?:\.(\d\d))?$/.exec(date);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] ?? 1)];
  const from = Date.UTC(year, month, day);
  return { from, to: parts[3] ? from + DAY : Date.UTC(year, month + 1) };
}

/** Those of the indices that only hold what is older than its retention at `now`. */
export function expiredIndices<I extends { name: string }>(
  indices: readonly I[],
  { logs, kept }: Pick<DataSettings, 'logs' | 'kept'>,
  now: number,
): I[] {
  return indices.filter(({ name }) => {
    const index = describeIndex(name);
    if (!index) return false;
    const days =
      index.kind === 'logs'
        ? logs.find(({ type, namespace }) => type === index.type && namespace === index.namespace)
            ?.retentionDays
        : kept[index.kind];
    return days !== undefined && index.to + days * DAY <= now;
  });
}

const DAYS_OF: Record<Rotation, number> = { daily: 1, weekly: 7, monthly: 30.4 };

/** How many indices there are of one log type and namespace once its retention, or a year, has passed. */
export function indicesKept(rotation: Rotation, retentionDays: number | undefined): number {
  const days = Math.min(retentionDays ?? Infinity, 365);
  return Math.ceil(days / DAYS_OF[rotation]) + 1;
}
