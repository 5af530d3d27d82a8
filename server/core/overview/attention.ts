import type { OverviewResponse } from '../../../common/api';

interface Watched {
  id: string;
  name: string;
  status: { state: string; lastError?: { message: string } };
}

type Attention = OverviewResponse['attention'];

/** What someone has to look at before the figures can be trusted: sources, rules and channels that fail or were changed past us. */
export function attentionOf(watched: Record<Attention[number]['kind'], readonly Watched[]>): Attention {
  return (['source', 'rule', 'channel'] as const).flatMap((kind) =>
    watched[kind].flatMap(({ id, name, status }) => {
      const message = messageOf(status);
      return message ? [{ kind, id, name, message }] : [];
    }),
  );
}

function messageOf({ state, lastError }: Watched['status']): string | undefined {
  if (state === 'failing') return lastError?.message ?? 'The last run failed.';
  if (state === 'changed_outside')
    return 'Changed outside SIEM, so nothing runs with it: open and save it to allow it again.';
  return undefined;
}
