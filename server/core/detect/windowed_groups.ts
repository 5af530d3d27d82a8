import type { GroupValue, SearchPart, Windows } from './rule_type';

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

interface RawComposite {
  after_key?: CompositeKey;
  buckets: Array<{
    key: CompositeKey;
    doc_count: number;
    first: { value: number };
    last: { value: number };
  }>;
}

interface Question {
  windows: Windows;
  groupBy: string[];
  /** Groups with fewer events than this can be left out. */
  atLeast: number;
}

/**
 * Aggregations that count each group in each window: windows that overlap are as many histograms of the window's length, each offset by
 * one interval, so one search answers any number of windows with exact counts. `composite` pages through all groups, missing values included.
 */
export function windowAggregations(question: Question): SearchPart {
  const { windows } = question;
  const size = firstPageSize(windows);
  const aggs: Record<string, unknown> = {};
  for (let n = 0; n < windows.length / windows.every; n++) aggs[nameOf(n)] = composite(question, n, size);
  return { aggs };
}

/** The buckets of an answer to `windowAggregations`, or to the `next` that an earlier call gave. */
export function readWindows(
  question: Question,
  aggregations: Record<string, unknown> | undefined,
): { buckets: WindowBucket[]; next?: SearchPart } {
  const { windows, groupBy } = question;
  const buckets: WindowBucket[] = [];
  const unfinished: Array<{ n: number; after: CompositeKey }> = [];
  const firstPage = firstPageSize(windows);

  for (const [name, raw] of Object.entries(aggregations ?? {})) {
    const answer = raw as RawComposite;
    const [, n, page] = /^w(\d+)(_page)?$/.exec(name) ?? [];
    if (n === undefined) continue;
    for (const { key, doc_count, first, last } of answer.buckets) {
      const from = Number(key.window);
      buckets.push({
        window: { from, to: from + windows.length },
        group: groupBy.map((field, index) => ({ field, value: key[`g${index}`] ?? null })),
        count: doc_count,
        firstSeen: first.value,
        lastSeen: last.value,
      });
    }
    // On later pages small groups are dropped before they are sent, so only a missing key tells that a page was the last.
    const more = page ? answer.after_key !== undefined : answer.buckets.length >= firstPage;
    if (more && answer.after_key) unfinished.push({ n: Number(n), after: answer.after_key });
  }
  return { buckets, ...(unfinished.length > 0 && { next: nextPage(question, unfinished) }) };
}

function nextPage(question: Question, unfinished: Array<{ n: number; after: CompositeKey }>): SearchPart {
  const size = Math.min(LARGEST_PAGE, Math.floor(LATER_BUCKETS / unfinished.length));
  const aggs: Record<string, unknown> = {};
  for (const { n, after } of unfinished) aggs[`${nameOf(n)}_page`] = composite(question, n, size, after);
  return { aggs };
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

function firstPageSize({ length, every }: Windows): number {
  return Math.floor((FIRST_BUCKETS * every) / length);
}

function nameOf(n: number): string {
  return `w${n}`;
}
