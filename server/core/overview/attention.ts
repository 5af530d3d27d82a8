import type { OverviewResponse } from '../../../common/api';
import type { HealthIssue } from '../../../common/health';

interface Watched {
  id: string;
  name: string;
  status: { state: string; lastError?: { message: string } };
}

type Attention = OverviewResponse['attention'];

/** Seen on the objects themselves, at once. */
const SEEN_HERE: ReadonlySet<HealthIssue['kind']> = new Set([
  'source_failing',
  'rule_failing',
  'channel_failing',
  'changed_outside',
]);

/**
 * What someone has to look at before the figures can be trusted: sources, rules and channels that fail or were changed past us, and what the check
 * of health has found beyond that.
 */
export function attentionOf(
  watched: Record<'source' | 'rule' | 'channel', readonly Watched[]>,
  issues: readonly HealthIssue[],
): Attention {
  const objects = (['source', 'rule', 'channel'] as const).flatMap((kind) =>
    watched[kind].flatMap(({ id, name, status }) => {
      const message = messageOf(status);
      return message ? [{ kind, id, name, message }] : [];
    }),
  );
  const others = issues.filter(({ kind }) => !SEEN_HERE.has(kind));
  return [...objects, ...others.map(({ subject, message }) => ({ ...subject, message }))];
}

function messageOf({ state, lastError }: Watched['status']): string | undefined {
  if (state === 'failing') return lastError?.message ?? 'The last run failed.';
  if (state === 'changed_outside')
    return 'Changed outside SIEM, so nothing runs with it: open and save it to allow it again.';
  return undefined;
}
