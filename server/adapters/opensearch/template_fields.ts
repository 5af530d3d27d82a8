const keyword = { type: 'keyword', ignore_above: 8_191 };
const date = { type: 'date' };
const object = (properties: Record<string, unknown>) => ({ properties });

/** Mapping properties of `siem-rejects-*`; raw texts are kept, not searched. */
export const rejectProperties = {
  '@timestamp': date,
  type: keyword,
  event: object({
    kind: keyword,
    module: keyword,
    ingested: date,
    original: { type: 'keyword', index: false, doc_values: false },
  }),
  error: object({ message: { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 1_024 } } } }),
  log: object({ file: object({ path: keyword }), offset: { type: 'long' } }),
  siem: object({ source: object({ id: keyword }), namespace: keyword }),
};

/** Mapping properties of `siem-rule-log-*`. */
export const ruleLogProperties = {
  '@timestamp': date,
  event: object({ kind: keyword, module: keyword, action: keyword }),
  rule: object({ id: keyword, name: keyword }),
  message: { type: 'text' },
  run: object({
    at: date,
    took: { type: 'long' },
    windows: { type: 'long' },
    events: { type: 'long' },
    made: { type: 'long' },
    grown: { type: 'long' },
    warnings: { type: 'text' },
    error: object({ code: keyword, message: { type: 'text' } }),
  }),
};

/** Mapping properties of `siem-audit-*`. */
export const auditProperties = {
  '@timestamp': date,
  event: object({ kind: keyword, module: keyword, action: keyword, outcome: keyword, reason: keyword }),
  user: object({ name: keyword }),
  siem: object({ target: keyword }),
  error: object({ code: keyword }),
};
