import type { ValuesQuery, ValuesResponse } from '../../../../common/field_values';
import type { Search } from '../../ports';

const MOST = 20;
const DAY = 86_400_000;

/** The most frequent values of a field in the events of the last days that begin with what is typed, as the user behind `search`. */
export async function suggestValues(
  { pattern, field, timeField, start = '', fieldType }: ValuesQuery,
  parts: { search: Search; now: number },
  signal?: AbortSignal,
): Promise<ValuesResponse> {
  const recent = { range: { [timeField]: { gte: parts.now - 7 * DAY, format: 'epoch_millis' } } };
  // Only texts have beginnings; other values are few enough to choose from.
  const begins =
    start === '' || fieldType !== 'keyword'
      ? []
      : [{ prefix: { [field]: { value: start, case_insensitive: true } } }];
  const body = {
    size: 0,
    timeout: '5s',
    terminate_after: 100_000,
    query: { bool: { filter: [recent, ...begins] } },
    aggs: { values: { terms: { field, size: MOST } } },
  };
  const { aggregations } = await parts.search.search({ index: pattern, body }, signal);
  const { buckets } = (aggregations?.values ?? { buckets: [] }) as {
    buckets: Array<{ key: string | number; key_as_string?: string; doc_count: number }>;
  };
  return {
    values: buckets.map(({ key, key_as_string, doc_count }) => ({
      value: key_as_string ?? String(key),
      count: doc_count,
    })),
  };
}
