import { asSiemError } from '../errors';
import type { Search } from '../ports';
import type { FoundWindow } from './found_window';
import { mayMatch, OWN_INDICES, patternsOf } from './index_patterns';
import type { RuleLease } from './ports';
import type { FiredRule, Recorded } from './record_alerts';
import { addRiskScores } from './risk_scores';
import type { Run } from './rule_run';
import type { WeighedSearch } from './search_budget';
import { searchWindows } from './search_windows';

interface Parts {
  search: WeighedSearch;
  record(fired: readonly FiredRule[]): Promise<Array<Recorded | Error | 'outdated'>>;
  refresh(title: string): Promise<void>;
}

/** Makes what the feed tells of visible: it was indexed before, but only a refresh after makes it certain. Once for each news of the feed. */
export function createRefresher(search: Search) {
  /** Feed numbers up to which patterns have been refreshed, or are this moment. */
  const latest = new Map<string, { last: number; done: Promise<void> }>();

  return async (title: string, last: number): Promise<void> => {
    const ours = patternsOf(title).filter((pattern) => mayMatch(pattern, OWN_INDICES));
    if (ours.length === 0) return;
    const pattern = ours.join(',');
    const known = latest.get(pattern);
    if (known && known.last >= last) return known.done;
    const mine = { last, done: search.refresh(pattern) };
    latest.set(pattern, mine);
    try {
      await mine.done;
    } catch (error) {
      if (latest.get(pattern) === mine) latest.delete(pattern);
      throw error;
    }
  };
}

/** Searches what the runs have planned; what goes wrong is noted in the run it belongs to. */
export async function searchRuns(
  parts: Pick<Parts, 'search' | 'refresh'>,
  runs: readonly Run[],
  lease: RuleLease,
): Promise<void> {
  const planned = runs.flatMap((run) => (run.planned && !run.error ? [{ run, planned: run.planned }] : []));
  await Promise.all(
    [...new Set(planned.map(({ run }) => run.rule.index.title))].map((title) =>
      parts.refresh(title).catch((error: unknown) => {
        for (const { run } of planned) if (run.rule.index.title === title) run.error = asSiemError(error);
      }),
    ),
  );
  const ready = planned.filter(({ run }) => !run.error);
  const found = await searchWindows(
    parts.search,
    ready.map((each) => each.planned),
    lease.signal,
  );
  ready.forEach(({ run }, index) => {
    run.searched = found[index];
    if (run.searched?.unreachable) run.error = run.searched.error;
  });
}

/** A run whose rule has fired. */
interface Fired {
  run: Run;
  findings: FoundWindow[];
}

/** Records what fired in runs that were searched; what goes wrong is noted in the run it belongs to. */
export async function recordRuns(
  parts: Pick<Parts, 'search' | 'record'>,
  runs: readonly Run[],
  lease: RuleLease,
): Promise<void> {
  const fired = runs.flatMap((run): Fired[] => {
    const found = run.error ? [] : (run.searched?.findings ?? []);
    if (found.length === 0) return [];
    const findings = found.map((finding): FoundWindow =>
      run.backfill.has(finding.window.to) ? { ...finding, backfill: true } : { ...finding },
    );
    return [{ run, findings }];
  });
  if (fired.length === 0) return;
  await score(parts.search, fired, lease.signal);
  const ready = fired.filter(({ run }) => !run.error);
  if (ready.length === 0) return;
  try {
    const outcomes = await parts.record(
      ready.map(({ run, findings }) => ({
        rule: run.rule,
        findings,
        length: run.windows?.length ?? 0,
        ...(run.planned?.type.mostNewAlerts !== undefined && {
          mostNewAlerts: run.planned.type.mostNewAlerts,
        }),
        lease,
        now: run.startedAt,
      })),
    );
    ready.forEach(({ run }, index) => {
      const outcome = outcomes[index];
      if (outcome instanceof Error) run.error = asSiemError(outcome);
      else if (outcome === 'outdated') run.isOutdated = true;
      else Object.assign(run, outcome);
    });
  } catch (error) {
    for (const { run } of ready) run.error = asSiemError(error);
  }
}

/** Scores the findings of rules that take their score from a field. */
async function score(search: WeighedSearch, fired: readonly Fired[], signal: AbortSignal): Promise<void> {
  const scored = fired.flatMap(({ run, findings }) =>
    run.rule.riskScoreField !== undefined && run.planned
      ? [{ run, planned: run.planned, field: run.rule.riskScoreField, findings }]
      : [],
  );
  const errors = await addRiskScores(search, scored, signal);
  scored.forEach(({ run }, place) => {
    const error = errors[place];
    if (error) run.error = error;
  });
}
