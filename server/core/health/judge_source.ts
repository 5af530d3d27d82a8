import type { SourceStatus } from '../../../common/source';
import type { Finding } from './finding';
import { inWords } from './finding';
import { recentFlow, type SourceMemory, usualOf } from './source_memory';

/** Of this many rejects in an hour at least, the share matters. */
const MIN_REJECTS = 10;
const REJECTS_WARNING = 0.05;
const REJECTS_CRITICAL = 0.5;

/** A source as far as its health goes; `pollInterval` in milliseconds. */
export interface JudgedSource {
  id: string;
  name: string;
  /** `s3://bucket/prefix` */
  place: string;
  pollInterval: number;
  status: Pick<SourceStatus, 'state' | 'lastError' | 'newestEventAt' | 'events' | 'rejects'>;
}

/** What is wrong with a source. The most telling of failing, silent and late comes alone: each of them brings the next one about. */
export function judgeSource(source: JudgedSource, memory: SourceMemory, now: number): Finding[] {
  const { state } = source.status;
  if (state === 'paused' || state === 'waiting') return [];
  if (state === 'changed_outside') return [finding(source, 'changed_outside', 'warning', ...CHANGED_OUTSIDE)];
  const arriving =
    state === 'failing' ? failing(source) : (silent(source, memory, now) ?? late(source, memory, now));
  return [arriving, rejecting(source, memory, now)].flatMap((found) => found ?? []);
}

const CHANGED_OUTSIDE = [
  'It was changed outside SIEM, so nothing is read from it.',
  'Open it, check it and save it to allow it again.',
] as const;

function failing(source: JudgedSource): Finding {
  const message = source.status.lastError?.message ?? 'The last poll failed.';
  const advice = 'Work goes on by itself when the cause is gone; the settings have a test of the connection.';
  return finding(source, 'source_failing', 'critical', message, advice);
}

function silent(source: JudgedSource, memory: SourceMemory, now: number): Finding | undefined {
  const { pauseLimit } = usualOf(memory, source.pollInterval);
  // While objects are being read, what is new may be among them.
  if (source.status.state === 'running' || pauseLimit === undefined || memory.newestObject === undefined)
    return;
  const silence = now - memory.newestObject;
  if (silence <= pauseLimit) return;
  return finding(
    source,
    'source_silent',
    'warning',
    `No new object for ${inWords(silence)}; usually one comes within ${inWords(pauseLimit)}.`,
    `Look in AWS whether the logs are still switched on and still go to ${source.place}, and whether the bucket's policy lets AWS write there.`,
  );
}

function late(source: JudgedSource, memory: SourceMemory, now: number): Finding | undefined {
  const { lagLimit } = usualOf(memory, source.pollInterval);
  const { newestEventAt } = source.status;
  if (lagLimit === undefined || newestEventAt === undefined) return;
  const lag = now - Date.parse(newestEventAt);
  if (lag <= lagLimit) return;
  return finding(
    source,
    'source_lag',
    'warning',
    `The newest event is ${inWords(lag)} old; usually it is at most ${inWords(lagLimit)}.`,
    'If objects are still being read, SIEM is catching up. Else AWS delivers late, which its health dashboard may tell.',
  );
}

function rejecting(source: JudgedSource, memory: SourceMemory, now: number): Finding | undefined {
  const { events, rejects } = source.status;
  const flow = recentFlow(memory, { at: now, events, rejects });
  const ratio = flow.rejectRatio ?? 0;
  if (flow.rejects < MIN_REJECTS || ratio < REJECTS_WARNING) return;
  return finding(
    source,
    'source_rejects',
    ratio >= REJECTS_CRITICAL ? 'critical' : 'warning',
    `${Math.round(ratio * 100)} % of the last hour's records could not be parsed or indexed (${flow.rejects}).`,
    'The rejects of the source show them with the reason. The usual cause is a log type that does not go with the objects.',
  );
}

function finding(
  { id, name }: JudgedSource,
  kind: Finding['kind'],
  severity: Finding['severity'],
  message: string,
  advice: string,
): Finding {
  return { kind, severity, message, advice, subject: { kind: 'source', id, name } };
}
