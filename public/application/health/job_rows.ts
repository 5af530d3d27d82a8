import { i18n } from '@osd/i18n';
import type { JobHealth } from '../../../common/health';

export interface JobRow extends JobHealth {
  name: string;
}

const NAMES: Record<string, string> = {
  'outbox:send': i18n.translate('awsSiem.job.send', { defaultMessage: 'Deliver messages' }),
  'outbox:prune': i18n.translate('awsSiem.job.outboxPrune', { defaultMessage: 'Tidy up messages' }),
  'feed:prune': i18n.translate('awsSiem.job.feedPrune', { defaultMessage: 'Tidy up the feed of rules' }),
  'health:check': i18n.translate('awsSiem.job.health', { defaultMessage: 'Check health' }),
  'source_data:delete': i18n.translate('awsSiem.job.delete', {
    defaultMessage: 'Delete data of deleted sources',
  }),
};

/**
 * Jobs with names, rules in one row: they are spread over many jobs, and which rule is in which says nothing. `sources` has names by id; polls of
 * sources that are gone are left out. A job that is not known here keeps its id.
 */
export function jobRows(jobs: readonly JobHealth[], sources: ReadonlyMap<string, string>): JobRow[] {
  const rows: JobRow[] = [];
  const rules: JobHealth[] = [];
  for (const job of jobs) {
    const [kind, rest = ''] = job.id.split(/:(.*)/s);
    const source = sources.get(rest);
    if (kind === 'rules') rules.push(job);
    else if (kind !== 'poll') rows.push({ ...job, name: NAMES[job.id] ?? job.id });
    else if (source !== undefined) {
      const name = i18n.translate('awsSiem.job.poll', {
        defaultMessage: 'Poll {source}',
        values: { source },
      });
      rows.push({ ...job, name });
    }
  }
  const [latest] = [...rules].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  if (latest) {
    const name = i18n.translate('awsSiem.job.rules', {
      defaultMessage: 'Run rules ({count, plural, one {# part} other {# parts}})',
      values: { count: rules.length },
    });
    rows.push({ ...latest, id: 'rules', name, running: rules.some(({ running }) => running) });
  }
  return rows;
}
