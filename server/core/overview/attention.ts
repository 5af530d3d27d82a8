import type { HealthIssue } from '../../../common/health';
import type { AttentionItem, SourceState } from '../../../common/overview';
import type { SourceView } from '../../../common/source';

interface Watched {
  id: string;
  name: string;
  status: { state: string; lastError?: { message: string; at?: string } };
}

/** Seen on the objects themselves, at once. */
const SEEN_HERE: ReadonlySet<HealthIssue['kind']> = new Set([
  'source_failing',
  'rule_failing',
  'channel_failing',
  'changed_outside',
]);

/**
 * What someone has to look at before the figures can be trusted: sources, rules and channels that fail or were changed past us, and what the check
 * of health has found beyond that; critical things first.
 */
export function attentionOf(
  watched: Record<'source' | 'rule' | 'channel', readonly Watched[]>,
  issues: readonly HealthIssue[],
): AttentionItem[] {
  const objects = (['source', 'rule', 'channel'] as const).flatMap((kind) =>
    watched[kind].flatMap(({ id, name, status }) => {
      const wrong = wrongWith(status);
      return wrong ? [{ kind, id, name, ...wrong }] : [];
    }),
  );
  const others = issues
    .filter(({ kind }) => !SEEN_HERE.has(kind))
    .map(({ subject, message, severity, advice, since }) => ({
      ...subject,
      message,
      severity,
      advice,
      since,
    }));
  const rank = { critical: 0, warning: 1 };
  return [...objects, ...others].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function wrongWith({
  state,
  lastError,
}: Watched['status']): Pick<AttentionItem, 'message' | 'severity' | 'since'> | undefined {
  if (state === 'failing') {
    return {
      message: lastError?.message ?? 'The last run failed.',
      severity: 'critical',
      ...(lastError?.at !== undefined && { since: lastError.at }),
    };
  }
  if (state === 'changed_outside') {
    return {
      message: 'Changed outside SIEM, so nothing runs with it: open and save it to allow it again.',
      severity: 'warning',
    };
  }
  return undefined;
}

/** What the overview tells of a source besides what is wrong with it. */
export function sourceStateOf({ id, name, logType, status }: SourceView): SourceState {
  const { state, newestEventAt } = status;
  return { id, name, logType, state, ...(newestEventAt !== undefined && { newestEventAt }) };
}
