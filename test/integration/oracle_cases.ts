import type { AlertDocument } from '../../common/alert';
import { createRandom } from '../../common/random';
import type { RunnableRule } from '../../server/core/manage/rules';
import type { Search } from '../../server/core/ports';
import { thresholdRule } from './detect_setup';
import { ORACLE_KINDS } from './oracle_kinds';
import { documentOf, type OracleEvent, type OracleKind, type OracleRule } from './oracle_rule';
import { type Arrival, describeEpisode, randomStream } from './oracle_model';

/** `ORACLE_SEED` repeats a run. */
export const SEED = Number(process.env['ORACLE_SEED'] ?? Date.now() % 1_000_000);

/** A stream of events of a `type` of its own, and the one rule that looks at it. */
export interface OracleCase {
  kind: OracleKind;
  oracle: OracleRule;
  /** Events that are there before the rule is. */
  past: OracleEvent[];
  arrivals: Arrival[];
  type: string;
  rule: RunnableRule;
}

/** So many streams for each of the kinds; `start` is when the rules begin, epoch milliseconds. */
export function makeCases(
  kinds: readonly OracleKind[],
  {
    streams,
    steps,
    start,
    title,
    run,
  }: { streams: number; steps: number; start: number; title: string; run: string },
): OracleCase[] {
  return kinds.flatMap((kind) =>
    Array.from({ length: streams }, (_, stream) => {
      const number = ORACLE_KINDS.indexOf(kind);
      const random = createRandom(SEED + stream * 1_000 + number);
      const oracle = kind.make(random);
      const past = kind.past?.(random, start) ?? [];
      const arrivals = randomStream(random, start, steps);
      const type = `s${number}x${stream}`;
      const { query, ...rest } = oracle.rule;
      const rule = thresholdRule(`oracle-${run}-${number}-${stream}`, title, {
        ...rest,
        query: query ? `type:${type} AND (${query})` : `type:${type}`,
      });
      return { kind, oracle, past, arrivals, type, rule };
    }),
  );
}

/** The documents that arrive at a step, of all streams, at step -1 those of the past; one that arrives again has the id it had before. */
export function createDelivery(cases: readonly OracleCase[]) {
  const ids = new Map<OracleEvent, string>();
  return (step: number) =>
    cases.flatMap(({ past, arrivals, type }) =>
      (step < 0 ? past : (arrivals[step]?.events ?? [])).map((event) => {
        const id = ids.get(event) ?? `e${ids.size}`;
        ids.set(event, id);
        return { id, source: { type, ...documentOf(event) } };
      }),
    );
}

/** The episodes that a rule's alerts tell of, in order. */
export async function alertedEpisodes(search: Search, { rule }: OracleCase): Promise<string[]> {
  const { hits } = await search.search({
    index: 'siem-alerts-*',
    body: {
      size: 1_000,
      query: {
        bool: {
          filter: [{ term: { 'rule.id': rule.id } }],
          must_not: [{ exists: { field: 'alert.merged_into' } }],
        },
      },
    },
  });
  return hits.hits
    .map(({ _source }) => {
      const { group, windows } = (_source as unknown as AlertDocument).alert;
      return describeEpisode(
        group.key,
        windows.map((end) => Date.parse(end)),
      );
    })
    .sort();
}
