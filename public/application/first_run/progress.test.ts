import type { StatusResponse } from '../../../common/api';
import type { RuleView } from '../../../common/rule';
import type { SourceView } from '../../../common/source';
import { type Facts, isWaiting, progressOf } from './progress';

const NOTHING: Facts = {
  sample: { present: false, events: 0, rules: 0, alerts: 0 },
  sources: [],
  rules: [],
  channels: [],
};
const rule = (id: string, status: object = {}) =>
  ({ id, enabled: true, status: { state: 'ok', ...status } }) as RuleView;
const source = (events: number) => ({ status: { events } }) as SourceView;
const status = { background: { on: true }, encryption: { ready: true } } as StatusResponse;

describe('the first steps', () => {
  it('are all to be done on a new installation', () => {
    const progress = progressOf(NOTHING);
    expect(progress).toEqual({
      ready: false,
      input: false,
      events: 0,
      ownRule: false,
      alert: false,
      alertExpected: false,
      channel: false,
    });
    expect(isWaiting(progress)).toBe(false);
  });

  it('are done once the real thing is there', () => {
    const progress = progressOf({
      ...NOTHING,
      status,
      sources: [source(5), source(7)],
      rules: [rule('a', { lastAlertAt: '2026-01-15T12:00:00Z' })],
      channels: [{} as never],
    });
    expect(progress).toMatchObject({ ready: true, events: 12, ownRule: true, alert: true, channel: true });
    expect(isWaiting(progress)).toBe(false);
  });

  it('count the sample as events, and its rules not as one of your own', () => {
    const sample = { present: true, events: 10_000, rules: 1, alerts: 0 };
    const progress = progressOf({ ...NOTHING, sample, rules: [rule('sample_flood')] });
    expect(progress).toMatchObject({ input: true, ownRule: false, alert: false, alertExpected: true });
    expect(isWaiting(progress)).toBe(true);
    expect(progressOf({ ...NOTHING, sample: { ...sample, alerts: 3 } }).alert).toBe(true);
  });

  it('wait for the events of a new source', () => {
    expect(isWaiting(progressOf({ ...NOTHING, sources: [source(0)] }))).toBe(true);
  });
});
