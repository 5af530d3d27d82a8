import type { GroupValue, Judging, Windows } from './rule_type';

/** Buckets of a first answer: few, since most rules see few groups and a page that is not full is known to be the last. */
const FIRST_BUCKETS = 2_000;
/** Of a later one. OpenSearch refuses more than `search.max_buckets` (65,535 unless set otherwise), and keeps them all in memory. */
const LATER_BUCKETS = 20_000;
const LARGEST_PAGE = 10_000;

/** Events of one group in one window. */
export interface WindowBucket {
  window: { from: number; to: number };
  group: GroupValue[];
  count: number;
  firstSeen: number;
  lastSeen: number;
}

type CompositeKey = Record<string, string | number | boolean | null>;

interface RawBucket {
  key: CompositeKey;
  doc_count: number;
  first: { value: number };
  last: { value: number };
}

interface RawComposite {
  after_key?: CompositeKey;
  buckets: RawBucket[];
}

interface Question {
  windows: Windows;
  groupBy: string[];
  /** Groups with fewer events than this can be left out. */
  atLeast: number;
}

/**
 * Counts each group in each window: windows that overlap are as many histograms of the window's length, each offset by one interval, so one
 * search answers any number of windows with exact counts. `composite` pages through all groups, missing values included.
 */
export function* countWindows(question: Question): Judging<WindowBucket[]> {
  const { windows } = question;
  const buckets: WindowBucket[] = [];
  const firstPage = Math.floor((FIRST_BUCKETS * windows.every) / windows.length);
  let asked: Array<{ n: number; after?: CompositeKey }> = Array.from(
    { length: windows.length / windows.every },
    (_, n) => ({ n }),
  );
  for (let size = firstPage, large = false; asked.length > 0; large = true) {
    const aggs: Record<string, unknown> = {};
    for (const { n, after } of asked) aggs[nameOf(n)] = composite(question, n, size, after);
    const [answer] = yield [{ body: { aggs }, large }];
    const aggregations = answer?.aggregations ?? {};
    asked = asked.flatMap(({ n, after }) => {
      const page = aggregations[nameOf(n)] as RawComposite | undefined;
      if (!page) return [];
      for (const bucket of page.buckets) buckets.push(bucketOf(question, bucket));
      // On later pages small groups are dropped before they are sent, so only a missing key tells that a page was the last.
      const more = after ? page.after_key !== undefined : page.buckets.length >= size;
      return more && page.after_key ? [{ n, after: page.after_key }] : [];
    });
    size = Math.min(LARGEST_PAGE, Math.floor(LATER_BUCKETS / Math.max(1, asked.length)));
  }
  return buckets;
}

function bucketOf({ windows, groupBy }: Question, { key, doc_count, first, last }: RawBucket): WindowBucket {
  const from = Number(key.window);
  return {
    window: { from, to: from + windows.length },
    group: groupBy.map((field, index) => ({ field, value: key[`g${index}`] ?? null })),
    count: doc_count,
    firstSeen: first.value,
    lastSeen: last.value,
  };
}

function composite({ windows, groupBy, atLeast }: Question, n: number, size: number, after?: CompositeKey) {
  const window = {
    date_histogram: {
      field: windows.timeField,
      fixed_interval: `${windows.length}ms`,
      offset: `+${n * windows.every}ms`,
    },
  };
  const groups = groupBy.map((field, index) => ({
    [`g${index}`]: { terms: { field, missing_bucket: true } },
  }));
  const keep = {
    bucket_selector: {
      buckets_path: { count: '_count' },
      script: { source: 'params.count >= params.limit', params: { limit: atLeast } },
    },
  };
  return {
    composite: { size, sources: [{ window }, ...groups], ...(after && { after }) },
    aggs: {
      first: { min: { field: windows.timeField } },
      last: { max: { field: windows.timeField } },
      ...(after && { keep }),
    },
  };
}

function nameOf(n: number): string {
  return `w${n}`;
}
