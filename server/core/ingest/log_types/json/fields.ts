import type { EventField } from '../../event_field';

/** Fields of events out of any JSON besides the common ones. */
export const JSON_FIELDS: readonly EventField[] = [
  { path: 'message', type: 'text' },
  { path: 'log.level', type: 'keyword_lower' },
  { path: 'source.ip', type: 'ip' },
  { path: 'user.name', type: 'keyword' },
  /** The whole object, for reading. */
  { path: 'json.object', type: 'object' },
  /** Its values as `path=value`, for searching, counting and rules. */
  { path: 'json.kv', type: 'keyword_lower', many: true },
];

/** Usual names of what some fields want, the more telling ones first. A name with dots is a path. */
export const USUAL_NAMES = {
  time: [
    '@timestamp',
    'timestamp',
    'eventTime',
    'event_time',
    'time',
    'datetime',
    'date',
    'ts',
    'created_at',
    'createdAt',
    'Timestamp',
    'Time',
  ],
  message: ['message', 'msg', 'Message', 'log', 'description'],
  level: ['log.level', 'level', 'severity', 'loglevel', 'log_level', 'Level'],
  address: [
    'source.ip',
    'source_ip',
    'src_ip',
    'srcIp',
    'sourceIPAddress',
    'client_ip',
    'clientIp',
    'remote_addr',
    'remote_ip',
    'ip',
  ],
  user: ['user.name', 'user_name', 'userName', 'username', 'user'],
} as const;
