const keyword = { type: 'keyword', ignore_above: 8_191 } as const;
const date = { type: 'date' } as const;
const long = { type: 'long', ignore_malformed: true } as const;
const ip = { type: 'ip', ignore_malformed: true } as const;
/** Kept for the evaluator and for people, not searched. */
const stored = { type: 'object', enabled: false } as const;

const object = (properties: Record<string, unknown>) => ({ properties });

/** Mapping properties of `siem-alerts-*`; the index is `dynamic: false`, so other ECS copies of a group are kept but not indexed. */
export const alertMappingProperties = {
  '@timestamp': date,
  message: { type: 'text' },
  event: object({ kind: keyword, module: keyword }),
  rule: object({ id: keyword, name: keyword }),
  tags: keyword,
  threat: object({
    framework: keyword,
    tactic: object({ id: keyword }),
    technique: object({ id: keyword }),
  }),
  alert: object({
    id: keyword,
    rule: object({ version: long }),
    type: keyword,
    severity: keyword,
    risk_score: long,
    status: keyword,
    reason: { type: 'text' },
    group: object({ key: keyword, fields: keyword, values: keyword }),
    value: { type: 'double' },
    limit: { type: 'double' },
    count: long,
    first_seen: date,
    last_seen: date,
    windows: date,
    progress: stored,
    epoch: long,
    merged_into: keyword,
    backfill: { type: 'boolean' },
    test: { type: 'boolean' },
    query: stored,
    triage: object({
      revision: long,
      assignee: keyword,
      tags: keyword,
      resolution: keyword,
    }),
  }),
  source: object({ ip, address: keyword, port: long, domain: keyword }),
  destination: object({ ip, address: keyword, port: long, domain: keyword }),
  client: object({ ip, address: keyword }),
  user: object({ name: keyword, id: keyword }),
  user_agent: object({ original: keyword, name: keyword }),
  host: object({ name: keyword }),
  network: object({ transport: keyword, direction: keyword, protocol: keyword }),
  url: object({ domain: keyword, path: keyword, original: keyword }),
  http: object({
    request: object({ method: keyword }),
    response: object({ status_code: long }),
  }),
  cloud: object({ account: object({ id: keyword }), region: keyword, provider: keyword }),
  type: keyword,
  siem: object({ namespace: keyword, source: object({ id: keyword }) }),
} as const;
