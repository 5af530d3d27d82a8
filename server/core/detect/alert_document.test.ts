import type { RunnableRule } from '../manage/rules';
import { alertWrites } from './alert_document';
import type { Finding } from './rule_type';

const MINUTE = 60_000;
const rule: RunnableRule = {
  id: 'r1',
  version: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  name: 'Rule',
  type: 'threshold',
  enabled: true,
  index: { title: 'siem-logs-*', timeField: '@timestamp' },
  query: '',
  filters: [],
  params: {},
  interval: '1m',
  severity: 'high',
  channels: [],
};
const finding = (minute: number, value: number, limit: number): Finding => ({
  window: { from: minute * MINUTE, to: (minute + 1) * MINUTE },
  group: [],
  value,
  limit,
  count: 1,
  firstSeen: minute * MINUTE,
  lastSeen: minute * MINUTE,
  reason: `value ${value}`,
});
const alertOf = (findings: Finding[], before?: Finding[]) => {
  const [older] = before ? alertWrites(rule, { findings: before, merged: [] }, MINUTE, 1) : [];
  const oldest = older && { id: older.id, index: older.index, document: older.whenNew };
  const [write] = alertWrites(rule, { findings, merged: [], ...(oldest && { oldest }) }, MINUTE, 1);
  return { value: write?.alert.value, reason: write?.alert.reason };
};

describe('the value an alert shows', () => {
  it.each([
    ['the greatest beyond an upper limit', [finding(1, 12, 10), finding(2, 30, 10)], undefined, 30],
    ['the least below a lower limit', [finding(1, 4, 10), finding(2, 1, 10)], undefined, 1],
    ['that of before where nothing is worse', [finding(2, 12, 10)], [finding(1, 30, 10)], 30],
    ['that of before where nothing is lower', [finding(2, 4, 10)], [finding(1, 0, 10)], 0],
  ])('is %s', (_what, findings, before, value) => {
    expect(alertOf(findings, before)).toEqual({ value, reason: `value ${value}` });
  });
});
