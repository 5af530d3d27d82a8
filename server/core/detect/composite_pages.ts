import type { Clause, TimeSpan } from './clauses';
import type { GroupValue, Judging } from './rule_type';

/** Few, since most answers are small and a page that is not full is known to be the last. */
const FIRST_PAGE = 1_000;
const LATER_PAGE = 10_000;

export type CompositeKey = Record<string, string | number | boolean | null>;

export interface CompositeBucket {
  key: CompositeKey;
  doc_count: number;
  [aggregation: string]: unknown;
}

export interface CompositeQuestion {
  filter?: readonly Clause[];
  span?: TimeSpan;
  sources: ReadonlyArray<Record<string, unknown>>;
  aggs?: Record<string, unknown>;
  /** Whether `aggs` drop buckets, so that a page which is not full need not be the last. */
  selective?: boolean;
}

export interface CompositeAnswer {
  buckets: CompositeBucket[];
  /** Whether there were more than `most`, which were left out. */
  cut: boolean;
}

interface RawComposite {
  after_key?: CompositeKey;
  buckets: CompositeBucket[];
}

/** All buckets of each question, up to about `most` of each; the questions are asked side by side, page by page. */
export function* pageThrough(
  questions: readonly CompositeQuestion[],
  most: number,
): Judging<CompositeAnswer[]> {
  const answers: CompositeAnswer[] = questions.map(() => ({ buckets: [], cut: false }));
  let open = questions.map((question, index) => ({
    question,
    index,
    after: undefined as CompositeKey | undefined,
  }));
  for (let size = FIRST_PAGE; open.length > 0; size = LATER_PAGE) {
    const replies = yield open.map(({ question: { filter, span, sources, aggs }, after }) => ({
      filter,
      span,
      body: { aggs: { groups: { composite: { size, sources, ...(after && { after }) }, aggs } } },
      large: size > FIRST_PAGE,
    }));
    open = open.flatMap(({ question, index }, place) => {
      const page = replies[place]?.aggregations?.groups as RawComposite | undefined;
      const answer = answers[index];
      if (!page || !answer) return [];
      answer.buckets.push(...page.buckets);
      const more = question.selective || page.buckets.length >= size;
      if (!more || !page.after_key) return [];
      if (answer.buckets.length >= most) {
        answer.cut = true;
        return [];
      }
      return [{ question, index, after: page.after_key }];
    });
  }
  return answers;
}

/** Sources that make a bucket of each group; groups with a missing value only where `missing` is set. */
export function groupSources(fields: readonly string[], missing = false): Array<Record<string, unknown>> {
  return fields.map((field, index) => ({
    [`g${index}`]: { terms: { field, ...(missing && { missing_bucket: true }) } },
  }));
}

/** The group of a bucket whose sources are `groupSources`. */
export function groupOfKey(fields: readonly string[], key: CompositeKey): GroupValue[] {
  return fields.map((field, index) => ({ field, value: key[`g${index}`] ?? null }));
}
