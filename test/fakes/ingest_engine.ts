import { fakeEventIndex } from './event_index';
import { fakeMessageQueue } from './message_queue';
import { fakeObjectStore } from './object_store';
import { fakePipeline } from './pipeline';
import { fakeStateStore } from './state_store';
import { createFeed } from '../../server/core/feed/feed';
import type { ReadableSource } from '../../server/core/manage/sources';
import type { Clock, StateStore } from '../../server/core/ports';
import { createIngestEngine } from '../../server/core/ingest/engine';
import { logTypes } from '../../server/core/ingest/log_types';

/** The time at which the engine's clock stands. */
export const START = Date.parse('2026-01-15T12:00:00Z');
export const source: ReadableSource = {
  id: 's1',
  name: 'flows',
  logType: 'vpcflow',
  bucket: 'logs',
  region: 'eu-central-1',
  credentials: { kind: 'host' },
  pollInterval: '1m',
  enabled: true,
  namespace: 'default',
};
export const never = new AbortController().signal;

/** Lines of VPC flow logs, one a second. */
export function flows(count: number, first = 0): string {
  const seconds = START / 1_000 - 600;
  return Array.from(
    { length: count },
    (_, line) =>
      `2 123456789010 eni-1235b8ca123456789 10.0.0.${(first + line) % 250} 10.0.1.1 443 49152 6 10 840 ${seconds + line} ${seconds + line + 60} ACCEPT OK\n`,
  ).join('');
}

/** An ingest engine on fakes, which may be shared with another one. */
export function setUp(
  store: StateStore = fakeStateStore(),
  objects = fakeObjectStore(),
  events = fakeEventIndex(),
) {
  let now = START;
  const clock: Clock = {
    now: () => now,
    monotonic: () => now,
    sleep: () => new Promise((resolve) => setImmediate(resolve)),
  };
  const warnings: string[] = [];
  const logger = { debug() {}, info() {}, warn: (text: string) => warnings.push(text), error() {} };
  const feed = createFeed(store, clock);
  const queue = fakeMessageQueue(() => now);
  const pipeline = fakePipeline(objects, logTypes);
  const engine = createIngestEngine({
    store,
    feed,
    eventIndex: events,
    pipeline,
    openObjectStore: () => objects,
    openQueue: () => queue,
    logTypes,
    clock,
    random: () => 0.5,
    logger,
  });
  const poll = () => engine.pollSource(source, never);
  const advance = (ms: number) => (now += ms);
  return { store, objects, events, queue, feed, pipeline, engine, poll, advance, clock, warnings };
}
