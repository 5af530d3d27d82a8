import type { DataResponse } from '../../../common/retention';
import { deletedBy, deletedNext, keptRow, logRows } from './data_rows';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const index = (name: string) => ({ name, docs: 10, bytes: 1_000 });
const data: DataResponse = {
  settings: {
    logs: [
      {
        type: 'vpcflow',
        namespace: 'default',
        schedule: [
          { from: '2026-02-01', rotation: 'weekly' },
          { from: '2026-03-12', rotation: 'daily' },
        ],
        retentionDays: 30,
      },
    ],
    kept: { rejects: 30 },
    bestCompression: false,
  },
  logs: [
    { type: 'cloudtrail', namespace: 'default' },
    { type: 'vpcflow', namespace: 'default' },
  ],
  indices: [
    'siem-logs-vpcflow-default-2026.01',
    'siem-logs-vpcflow-default-2026.w10',
    'siem-rejects-2026.01',
    'siem-rejects-2026.03',
  ].map(index),
  shards: { open: 5, limit: 1_000, perIndex: 2 },
};

describe('rows of stored events', () => {
  const [cloudtrail, vpcflow] = logRows(data, NOW);

  it('have sizes, what holds now and what is to come', () => {
    expect(cloudtrail).toEqual({
      type: 'cloudtrail',
      namespace: 'default',
      rotation: 'monthly',
      indices: [],
      docs: 0,
      bytes: 0,
      shardsKept: 28,
    });
    expect(vpcflow).toMatchObject({
      rotation: 'weekly',
      pending: { from: '2026-03-12', rotation: 'daily' },
      retentionDays: 30,
      docs: 20,
      bytes: 2_000,
      oldest: Date.parse('2026-01-01'),
      shardsKept: 62,
    });
  });

  it('tell what a retention would delete', () => {
    const names = (days?: number) => deletedBy(vpcflow!, days, NOW).indices.map(({ name }) => name);
    expect(names()).toEqual([]);
    expect(names(365)).toEqual([]);
    expect(names(30)).toEqual(['siem-logs-vpcflow-default-2026.01']);
    expect(names(1)).toEqual(['siem-logs-vpcflow-default-2026.01', 'siem-logs-vpcflow-default-2026.w10']);
  });
});

it('the next deletion is that of all kinds together', () => {
  expect(deletedNext(data, NOW)).toMatchObject({ docs: 20, bytes: 2_000 });
  expect(keptRow('rejects', data)).toMatchObject({ docs: 20 });
  expect(keptRow('alerts', data)).toEqual({ indices: [], docs: 0, bytes: 0 });
});
