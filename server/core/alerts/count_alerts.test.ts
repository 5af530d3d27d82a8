import type { Search, SearchRequest } from '../ports';
import { countAlerts } from './count_alerts';

const HOUR = 3_600_000;
const FROM = '2026-01-15T10:20:00.000Z';
const TO = '2026-01-16T10:20:00.000Z';

function searchAnswering(aggregations: Record<string, unknown> | undefined) {
  const asked: SearchRequest[] = [];
  const search = {
    async search(request: SearchRequest) {
      asked.push(request);
      return { took: 1, hits: { total: 0, hits: [] }, ...(aggregations && { aggregations }) };
    },
  };
  return { search: search as unknown as Search, asked };
}

describe('countAlerts', () => {
  it('puts each count into its part of the period', async () => {
    const at = (part: number) => Date.parse(FROM) + part * HOUR;
    const { search, asked } = searchAnswering({
      rules: {
        buckets: [
          {
            key: 'r1',
            doc_count: 5,
            parts: {
              buckets: [
                { key: at(0), doc_count: 2 },
                { key: at(23), doc_count: 3 },
              ],
            },
          },
        ],
      },
    });
    const { intervalMs, rules } = await countAlerts(search, { from: FROM, to: TO });
    expect(intervalMs).toBe(HOUR);
    expect(rules).toEqual([{ ruleId: 'r1', total: 5, counts: [2, ...new Array<number>(22).fill(0), 3] }]);
    expect(JSON.stringify(asked[0])).toContain('"offset":"1200000ms"');
  });

  it('asks for one rule, and finds nothing where there are no alerts yet', async () => {
    const { search, asked } = searchAnswering(undefined);
    const { rules } = await countAlerts(search, { from: FROM, to: TO, ruleId: 'r2', parts: 10 });
    expect(rules).toEqual([]);
    expect(JSON.stringify(asked[0])).toContain('{"rule.id":"r2"}');
  });

  it('refuses a period that ends before it begins', async () => {
    const { search } = searchAnswering(undefined);
    await expect(countAlerts(search, { from: TO, to: FROM })).rejects.toThrow('ends before it begins');
  });
});
