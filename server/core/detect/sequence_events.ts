import type { SearchHit } from '../ports';
import type { Clause, TimeSpan } from './clauses';
import { groupOfKey, groupSources, pageThrough } from './composite_pages';
import { groupKey } from './group';
import { anyOf, groupChunks, groupsClause } from './group_filter';
import type { StepEvent } from './match_sequence';
import type { GroupValue, Judging, SearchStep } from './rule_type';

/** OpenSearch returns no more hits of one search. */
const PAGE = 10_000;
const MOST_CANDIDATES = 5_000;
/** Of one chunk of groups. */
const MOST_EVENTS = 50_000;

/** Group with events of every step, though perhaps not in order. */
export interface Candidate {
  group: GroupValue[];
  /** Events of any step. */
  count: number;
}

export interface GroupEvents {
  group: GroupValue[];
  /** In order of time. */
  events: StepEvent[];
  /** Whether later ones were left out, being too many. */
  cut: boolean;
}

/** The first search: how many events there are of each step, all groups together; `closing` is among them so that it is parsed too. */
export function stepCounts(
  steps: readonly Clause[],
  closing: Clause | undefined,
  filter: Clause[],
): SearchStep {
  const filters = Object.fromEntries(steps.map((step, n) => [nameOf(n), step]));
  return {
    filter,
    body: { aggs: { steps: { filters: { filters: { ...filters, ...(closing && { closing }) } } } } },
  };
}

/** Groups of `fields` that have events of every step. */
export function* candidates(
  steps: readonly Clause[],
  fields: readonly string[],
): Judging<{ candidates: Candidate[]; cut: boolean }> {
  const names = steps.map((_, n) => nameOf(n));
  const counts = Object.fromEntries(steps.map((filter, n) => [nameOf(n), { filter }]));
  const every = {
    bucket_selector: {
      buckets_path: Object.fromEntries(names.map((name) => [name, `${name}>_count`])),
      script: names.map((name) => `params.${name} > 0`).join(' && '),
    },
  };
  const [answer] = yield* pageThrough(
    [
      {
        filter: [anyOf(steps)],
        sources: groupSources(fields),
        aggs: { ...counts, every },
        selective: true,
      },
    ],
    MOST_CANDIDATES,
  );
  const buckets = answer?.buckets ?? [];
  return {
    candidates: buckets.map(({ key, doc_count }) => ({ group: groupOfKey(fields, key), count: doc_count })),
    cut: answer?.cut ?? false,
  };
}

/** All events of the groups that are a step or close a sequence, in a span of time. */
export function* eventsOfGroups(
  groups: readonly Candidate[],
  {
    steps,
    closing,
    timeField,
    span,
  }: {
    steps: readonly Clause[];
    closing: Clause | undefined;
    timeField: string;
    span: TimeSpan;
  },
): Judging<GroupEvents[]> {
  const found = new Map<string, GroupEvents>();
  for (const { group } of groups) found.set(groupKey(group), { group, events: [], cut: false });
  const named = steps.map((step, n) => ({ bool: { filter: [step], _name: nameOf(n) } }));
  if (closing) named.push({ bool: { filter: [closing], _name: 'closing' } });

  let open = eventChunks(groups).map((chunk) => ({ chunk, from: span.from, known: new Set<string>() }));
  while (open.length > 0) {
    const answers = yield open.map(({ chunk, from }) => ({
      filter: [anyOf(named), groupsClause(chunk)],
      span: { from, to: span.to },
      body: {
        size: PAGE,
        sort: [{ [timeField]: 'asc' }],
        _source: false,
        docvalue_fields: [
          { field: timeField, format: 'epoch_millis' },
          ...fieldsOf(groups).map((field) => ({ field })),
        ],
      },
      large: true,
    }));
    open = open.flatMap((part, place) => {
      const hits = answers[place]?.hits.hits ?? [];
      // Events with several values are also of groups in other chunks, which have them in their own answers.
      const own = new Set(part.chunk.map(({ group }) => groupKey(group)));
      let from = part.from;
      for (const hit of hits) {
        from = Math.floor(timeOf(hit, timeField));
        const id = `${hit._index}/${hit._id}`;
        if (part.known.has(id)) continue;
        part.known.add(id);
        for (const key of keysOf(hit, fieldsOf(groups))) {
          if (own.has(key)) found.get(key)?.events.push(stepEvent(hit, timeField));
        }
      }
      if (hits.length < PAGE) return [];
      // The next page begins with the moment that this one ends in; a whole page of one moment has no next one.
      if (from > part.from && part.known.size < MOST_EVENTS) return [{ ...part, from }];
      for (const { group } of part.chunk) (found.get(groupKey(group)) as GroupEvents).cut = true;
      return [];
    });
  }
  return [...found.values()];
}

/** Chunks whose events fit into one page, if a group's do. */
function eventChunks(groups: readonly Candidate[]): Candidate[][] {
  return groupChunks(groups, 'exactly').flatMap((chunk) => {
    const parts: Candidate[][] = [];
    let room = 0;
    for (const each of chunk) {
      if (each.count > room) {
        parts.push([]);
        room = PAGE;
      }
      parts[parts.length - 1]?.push(each);
      room -= each.count;
    }
    return parts;
  });
}

function stepEvent(hit: SearchHit, timeField: string): StepEvent {
  const event = { time: timeOf(hit, timeField), steps: 0, closes: false };
  for (const name of hit.matched_queries ?? []) {
    if (name === 'closing') event.closes = true;
    else if (/^s\d$/.test(name)) event.steps |= 1 << Number(name.slice(1));
  }
  return event;
}

/** Keys of the groups of an event: one, unless a field has several values. */
function keysOf(hit: SearchHit, fields: readonly string[]): string[] {
  const groups = fields.reduce<GroupValue[][]>(
    (sofar, field) =>
      sofar.flatMap((group) =>
        (hit.fields?.[field] ?? []).map((value) => [
          ...group,
          { field, value: value as GroupValue['value'] },
        ]),
      ),
    [[]],
  );
  return groups.map(groupKey);
}

function timeOf(hit: SearchHit, timeField: string): number {
  return Number(hit.fields?.[timeField]?.[0]);
}

function fieldsOf([first]: readonly Candidate[]): string[] {
  return first?.group.map(({ field }) => field) ?? [];
}

function nameOf(step: number): string {
  return `s${step}`;
}
