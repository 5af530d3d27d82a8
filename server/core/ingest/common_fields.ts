import type { EventField } from './event_field';

/** Fields that every event has or may have, whatever its log type. */
export const COMMON_FIELDS: readonly EventField[] = [
  { path: '@timestamp', type: 'date' },
  { path: 'type', type: 'keyword' },
  { path: 'event.kind', type: 'keyword' },
  { path: 'event.category', type: 'keyword', many: true },
  { path: 'event.type', type: 'keyword', many: true },
  { path: 'event.action', type: 'keyword' },
  { path: 'event.outcome', type: 'keyword' },
  { path: 'event.id', type: 'keyword' },
  { path: 'event.module', type: 'keyword' },
  { path: 'event.dataset', type: 'keyword' },
  { path: 'event.ingested', type: 'date' },
  { path: 'event.original', type: 'stored' },
  { path: 'cloud.provider', type: 'keyword' },
  { path: 'cloud.account.id', type: 'keyword' },
  { path: 'cloud.region', type: 'keyword' },
  { path: 'related.ip', type: 'ip', many: true },
  { path: 'related.user', type: 'keyword', many: true },
  { path: 'log.file.path', type: 'keyword' },
  { path: 'log.offset', type: 'long' },
  { path: 'siem.source.id', type: 'keyword' },
  { path: 'siem.namespace', type: 'keyword' },
  { path: 'siem.truncated', type: 'keyword', many: true },
];
