import type { SearchAnswer } from '../ports';
import { metricOf } from './metrics';
import type { Judging } from './rule_type';
import { type CountedWindows, countWindows, type Question } from './windowed_groups';

const MINUTE = 60_000;
const question: Question = {
  windows: { timeField: '@timestamp', length: 5 * MINUTE, every: 5 * MINUTE },
  groupBy: ['user.name'],
  metrics: { bytes: metricOf('sum', 'source.bytes') },
  keep: { script: 'params.bytes > params.bytes_from', parameters: { bytes_from: 10 } },
};

interface Composite {
  composite: { size: number; after?: unknown };
  aggs: Record<string, unknown>;
}

/** Answers each page with `buckets(size, page)` and a key to go on from while `more(page)`. */
function run(
  judging: Judging<CountedWindows>,
  bucketsOf: (size: number, page: number) => number,
  more: (page: number) => boolean,
) {
  const asked: Composite[] = [];
  let state = judging.next();
  for (let page = 0; !state.done; page++) {
    const aggs = state.value[0]?.body.aggs as Record<string, Composite>;
    const aggregations: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(aggs)) {
      asked.push(each);
      aggregations[name] = {
        ...(more(page) && { after_key: { window: page } }),
        buckets: Array.from({ length: bucketsOf(each.composite.size, page) }, (_, n) => ({
          key: { window: 0, g0: `user-${page}-${n}` },
          doc_count: 3,
          first: { value: 1 },
          last: { value: 2 },
          bytes: { count: 2, sum: 12 },
        })),
      };
    }
    const answer: SearchAnswer = { took: 1, hits: { total: 0, hits: [] }, aggregations };
    state = judging.next([answer]);
  }
  return { asked, result: state.value };
}

describe('counting windows', () => {
  it('leaves out what is not wanted', () => {
    const wanted = jest.fn(({ bytes }: Record<string, number | null>) => (bytes ?? 0) > 12);
    const more = () => false;
    expect(run(countWindows({ ...question, wanted }), () => 2, more).result).toMatchObject({ buckets: [] });
    expect(wanted.mock.calls).toEqual([[{ bytes: 12 }], [{ bytes: 12 }]]);
  });

  it('ends with a page that is not full', () => {
    const { asked, result } = run(
      countWindows(question),
      () => 1,
      () => true,
    );
    expect(asked).toHaveLength(1);
    expect(result).toEqual({
      warnings: [],
      buckets: [
        {
          window: { from: 0, to: 5 * MINUTE },
          group: [{ field: 'user.name', value: 'user-0-0' }],
          count: 3,
          firstSeen: 1,
          lastSeen: 2,
          values: { bytes: 12 },
        },
      ],
    });
  });

  it('goes on from a full page, leaving out on later ones what need not be sent, to the page without a key', () => {
    const { asked, result } = run(
      countWindows(question),
      (size, page) => (page === 0 ? size : 1),
      (page) => page < 3,
    );
    expect(asked.map(({ composite }) => composite.after)).toEqual([
      undefined,
      { window: 0 },
      { window: 1 },
      { window: 2 },
    ]);
    expect(asked.map(({ aggs }) => 'keep' in aggs)).toEqual([false, true, true, true]);
    expect(asked[1]?.aggs.keep).toEqual({
      bucket_selector: {
        buckets_path: { count: '_count', bytes: 'bytes.sum' },
        script: { source: 'params.bytes > params.bytes_from', params: { bytes_from: 10 } },
      },
    });
    expect(result.buckets).toHaveLength((asked[0]?.composite.size ?? 0) + 3);
    expect(result.warnings).toEqual([]);
  });

  it('says so where there are more groups than it looks at', () => {
    const { asked, result } = run(
      countWindows({ ...question, most: 30_000 }),
      (size) => size,
      () => true,
    );
    expect(asked).toHaveLength(4);
    expect(result.warnings).toEqual([expect.stringContaining('More than 30,000 groups of user.name')]);
  });

  it('is large from the first search on where the filter has very many values', () => {
    const largeOf = (filterValues: number) => {
      const { value } = countWindows({ ...question, filterValues }).next();
      return Array.isArray(value) && value[0]?.large;
    };
    expect([largeOf(5_000), largeOf(100_000)]).toEqual([false, true]);
  });

  it('asks for as many histograms as windows overlap, in pages that are smaller', () => {
    const overlapping = { ...question, windows: { ...question.windows, every: MINUTE } };
    const { asked } = run(
      countWindows(overlapping),
      () => 0,
      () => false,
    );
    expect(asked).toHaveLength(5);
    expect(asked[0]?.composite.size).toBe(400);
  });
});
