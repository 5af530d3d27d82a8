import type { AlertDocument } from '../../../common/alert';

const MINUTE = 60_000;

/** An alert as it might be, for tests of channels and for examples. `now` in epoch milliseconds. */
export function sampleAlert(now: number): AlertDocument {
  const iso = (time: number) => new Date(time).toISOString();
  const reason = '12 events within 5m; the rule asks for at least 10.';
  return {
    '@timestamp': iso(now),
    event: { kind: 'signal', module: 'aws_siem' },
    rule: { id: 'example', name: 'Failed console logins' },
    message: `Failed console logins, source.ip=203.0.113.7: ${reason}`,
    source: { ip: '203.0.113.7' },
    alert: {
      id: 'example',
      rule: { version: 1 },
      type: 'threshold',
      severity: 'high',
      risk_score: 73,
      status: 'open',
      reason,
      group: { key: 'source.ip=203.0.113.7', fields: ['source.ip'], values: ['203.0.113.7'] },
      value: 12,
      limit: 10,
      count: 12,
      first_seen: iso(now - 4 * MINUTE),
      last_seen: iso(now),
      windows: [iso(now)],
      progress: { counts: [12], before: 0 },
      epoch: 1,
      query: {
        index: 'siem-logs-*',
        time_field: '@timestamp',
        language: 'lucene',
        text: 'event.action:ConsoleLogin AND event.outcome:failure',
        filters: '[]',
        from: iso(now - 5 * MINUTE),
        to: iso(now),
      },
    },
  };
}
