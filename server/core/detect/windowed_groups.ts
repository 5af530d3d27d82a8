import type { Clause } from './clauses';
import type { Metric } from './metrics';
import type { GroupValue, Judging, Windows } from './rule_type';

/** Buckets of a first answer: few, since most rules see few groups and a page that is not full is known to be the last. */
const FIRST_BUCKETS = 2_000;
/** Of a later one. OpenSearch refuses more than `search.max_buckets` (65,535 unless set otherwise), and keeps them all in memory. */
const LATER_BUCKETS = 20_000;
const LARGEST_PAGE = 10_000;
/** Groups in windows that are looked at in all; every page of them searches the events once more. */
const MOST_BUCKETS = 500_000;
/** A filter of more values makes a search that is large itself: OpenSearch takes 100 MB in one call. */
const LARGE_FILTER = 5_000;
/** A chart shows no more. */
export const MOST_POINTS = 50_000;

/** Events of one group in one window. */
export interface WindowBucket {
  window: { from: number; to: number };
  group: GroupValue[];
  count: number;
  firstSeen: number;
  lastSeen: number;
  /** By the names of the metrics asked for; null where no event has the metric's field. */
  values: Record<string, number | null>;
}

/** Which groups are worth sending, in questions that have any. What it keeps is judged again, so it may keep too many. */
export interface BucketSelector {
  /** Painless, over `params.count` (events of the bucket), `params.<metric>` and `parameters`; false leaves the bucket out. */
  script: string;
  parameters?: Record<string, number>;
}

export interface Question {
  windows: Windows;
  groupBy: readonly string[];
  /** Query DSL that events must match besides the rule's. */
  filter?: readonly Clause[];
  /** Values in the filter, where there are many. */
  filterValues?: number;
  /** By names that are fit for Painless. */
  metrics?: Readonly<Record<string, Metric>>;
  keep?: () => BucketSelector;
  /** Buckets looked at, at most: those wanted as points of a chart are not as many as those judged. */
  most?: number;
}

export interface CountedWindows {
  buckets: WindowBucket[];
  /** Says so where there were more groups than could be looked at. */
  warnings: string[];
}

type CompositeKey = Record<string, string | number | boolean | null>;

interface RawBucket {
  key: CompositeKey;
  doc_count: number;
  first: { value: number };
  last: { value: number };
  [metric: string]: unknown;
}

interface RawComposite {
  after_key?: CompositeKey;
  buckets: RawBucket[];
}

/**
 * Counts each group in each window, with the metrics of its events: windows that overlap are as many histograms of the window's length, each
 * offset by one interval, so one search answers any number of windows exactly. `composite` pages through all groups, missing values included.
 */
export function* countWindows(question: Question): Judging<CountedWindows> {
  const { windows, filter, filterValues = 0, most = MOST_BUCKETS } = question;
  const buckets: WindowBucket[] = [];
  let asked: Array<{ n: number; after?: CompositeKey }> = Array.from(
    { length: windows.length / windows.every },
    (_, n) => ({ n }),
  );
  let size = Math.max(1, Math.floor(FIRST_BUCKETS / asked.length));
  for (let looked = 0, large = filterValues > LARGE_FILTER; asked.length > 0; large = true) {
    if (looked >= most) return { buckets, warnings: [tooMany(question, most)] };
    const aggs: Record<string, unknown> = {};
    for (const { n, after } of asked) aggs[nameOf(n)] = composite(question, n, size, after);
    const [answer] = yield [{ filter, body: { aggs }, large }];
    looked += size * asked.length;
    const aggregations = answer?.aggregations ?? {};
    asked = asked.flatMap(({ n }) => {
      const page = aggregations[nameOf(n)] as RawComposite | undefined;
      if (!page) return [];
      for (const bucket of page.buckets) buckets.push(bucketOf(question, bucket));
      return page.after_key && mayGoOn(question, page, size) ? [{ n, after: page.after_key }] : [];
    });
    size = Math.min(LARGEST_PAGE, Math.floor(LATER_BUCKETS / Math.max(1, asked.length)));
  }
  return { buckets, warnings: [] };
}

function tooMany({ groupBy }: Question, most: number): string {
  const groups = `More than ${most.toLocaleString('en')} groups of ${groupBy.join(' and ')} in the windows`;
  return `${groups}: the others were not looked at. Narrow the query, or group by something that has fewer values.`;
}

/** What drops groups before they are sent; windows without groups are all sent, since one that is missing had no event. */
function isSelective({ keep, groupBy }: Question): boolean {
  return keep !== undefined && groupBy.length > 0;
}

/** Of a page from which buckets were dropped, whether its very last one was sent, beside the first: that of a full page is. */
function mayGoOn(question: Question, { buckets, after_key: end = {} }: RawComposite, size: number): boolean {
  if (!isSelective(question)) return buckets.length >= size;
  if (buckets.length < Math.min(2, size)) return false;
  const last = buckets[buckets.length - 1];
  return last !== undefined && Object.keys(end).every((name) => last.key[name] === end[name]);
}

function valuesOf({ metrics }: Question, bucket: RawBucket): WindowBucket['values'] {
  const values: WindowBucket['values'] = {};
  for (const name in metrics) {
    const metric = metrics[name] as Metric;
    values[name] = metric.aggregation ? metric.read(bucket[name]) : bucket.doc_count;
  }
  return values;
}

function bucketOf(question: Question, bucket: RawBucket): WindowBucket {
  const { windows, groupBy } = question;
  const from = Number(bucket.key.window);
  return {
    window: { from, to: from + windows.length },
    group: groupBy.map((field, index) => ({ field, value: bucket.key[`g${index}`] ?? null })),
    count: bucket.doc_count,
    firstSeen: bucket.first.value,
    lastSeen: bucket.last.value,
    values: valuesOf(question, bucket),
  };
}

function composite(question: Question, n: number, size: number, after?: CompositeKey) {
  const { windows, groupBy, metrics = {} } = question;
  const keep = isSelective(question) ? question.keep : undefined;
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
  const aggs: Record<string, unknown> = {
    first: { min: { field: windows.timeField } },
    last: { max: { field: windows.timeField } },
  };
  for (const [name, { aggregation }] of Object.entries(metrics)) if (aggregation) aggs[name] = aggregation;
  if (keep) aggs.keep = bucketSelector(keep(), metrics, size);
  return { composite: { size, sources: [{ window }, ...groups], ...(after && { after }) }, aggs };
}

/**
 * Beside the buckets worth sending the last of a full page is, which tells that there may be more: a list among the parameters, which all
 * buckets of a page share, counts them. So is the first: were the list not shared, each would be the first, and none would be missed.
 */
function bucketSelector(
  { script, parameters }: BucketSelector,
  metrics: Readonly<Record<string, Metric>>,
  size: number,
) {
  const paths: Record<string, string> = { count: '_count' };
  for (const [name, { aggregation, path }] of Object.entries(metrics)) {
    paths[name] = aggregation ? `${name}${path}` : '_count';
  }
  const source = `params.page.add(0); int n = params.page.size(); return n == 1 || n >= params.size || (${script})`;
  return {
    bucket_selector: {
      buckets_path: paths,
      script: { source, params: { ...parameters, page: [], size } },
    },
  };
}

function nameOf(n: number): string {
  return `w${n}`;
}
