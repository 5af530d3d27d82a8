import type { SearchAnswer } from '../ports';
import { metricOf } from './metrics';
import type { Judging } from './rule_type';
import { type CountedWindows, countWindows, type Question } from './windowed_groups';

const MINUTE = 60_000;
const question: Question = {
  windows: { timeField: '@timestamp', length: 5 * MINUTE, every: 5 * MINUTE },
  groupBy: ['user.name'],
  metrics: { bytes: metricOf('sum', 'source.bytes') },
  keep: () => ({ script: 'params.bytes > params.bytes_from', parameters: { bytes_from: 10 } }),
};

interface Composite {
  composite: { size: number; after?: unknown };
  aggs: Record<string, unknown>;
}

/** A page of so many buckets; OpenSearch names its last one, which may be among those that it dropped. */
interface Page {
  buckets: number;
  lastDropped?: boolean;
}

function run(judging: Judging<CountedWindows>, pageOf: (size: number, page: number) => Page) {
  const asked: Composite[] = [];
  let state = judging.next();
  for (let page = 0; !state.done; page++) {
    const aggs = state.value[0]?.body.aggs as Record<string, Composite>;
    const aggregations: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(aggs)) {
      asked.push(each);
      const { buckets, lastDropped } = pageOf(each.composite.size, page);
      const keyOf = (n: number) => ({ window: 0, g0: `user-${page}-${n}` });
      aggregations[name] = {
        ...((buckets > 0 || lastDropped) && { after_key: keyOf(lastDropped ? buckets : buckets - 1) }),
        buckets: Array.from({ length: buckets }, (_, n) => ({
          key: keyOf(n),
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
  it('ends with a page that is not full', () => {
    const { asked, result } = run(countWindows({ ...question, keep: undefined }), () => ({ buckets: 1 }));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.aggs).not.toHaveProperty('keep');
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

  it('goes on from a full page, to one that is not', () => {
    const { asked, result } = run(countWindows({ ...question, keep: undefined }), (size, page) => ({
      buckets: page < 2 ? size : 1,
    }));
    const ends = asked.map(({ composite }) => composite.size - 1);
    expect(asked.map(({ composite }) => composite.after)).toEqual([
      undefined,
      { window: 0, g0: `user-0-${ends[0]}` },
      { window: 0, g0: `user-1-${ends[1]}` },
    ]);
    expect(result.buckets).toHaveLength((ends[0] ?? 0) + (ends[1] ?? 0) + 3);
    expect(result.warnings).toEqual([]);
  });

  it('has OpenSearch drop groups that need not be sent, all but the first and the last of a full page', () => {
    const { asked } = run(countWindows(question), () => ({ buckets: 0 }));
    expect(asked.map(({ aggs }) => aggs.keep)).toEqual([
      {
        bucket_selector: {
          buckets_path: { count: '_count', bytes: 'bytes.sum' },
          script: {
            source:
              'params.page.add(0); int n = params.page.size(); return n == 1 || n >= params.size || (params.bytes > params.bytes_from)',
            params: { bytes_from: 10, page: [], size: asked[0]?.composite.size },
          },
        },
      },
    ]);
  });

  it('drops no window where there are no groups: one that is missing had no event', () => {
    const { asked } = run(countWindows({ ...question, groupBy: [] }), () => ({ buckets: 1 }));
    expect(asked.map(({ aggs }) => 'keep' in aggs)).toEqual([false]);
  });

  it('goes on from a page whose last bucket was sent, however few were', () => {
    const { asked, result } = run(countWindows(question), (_size, page) => ({
      buckets: 2,
      lastDropped: page === 2,
    }));
    expect(asked.map(({ composite }) => composite.after)).toEqual([
      undefined,
      { window: 0, g0: 'user-0-1' },
      { window: 0, g0: 'user-1-1' },
    ]);
    expect(result.buckets).toHaveLength(6);
  });

  it('ends with a page of one bucket, which is its first and last', () => {
    const { asked, result } = run(countWindows(question), () => ({ buckets: 1 }));
    expect(asked).toHaveLength(1);
    expect(result.buckets).toHaveLength(1);
  });

  it('says so where there are more groups than it looks at', () => {
    const { asked, result } = run(countWindows({ ...question, most: 30_000 }), (size) => ({ buckets: size }));
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
    const { asked } = run(countWindows(overlapping), () => ({ buckets: 0 }));
    expect(asked).toHaveLength(5);
    expect(asked[0]?.composite.size).toBe(400);
  });
});
