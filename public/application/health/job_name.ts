import { i18n } from '@osd/i18n';

const NAMES: Record<string, string> = {
  'outbox:send': i18n.translate('awsSiem.job.send', { defaultMessage: 'Deliver messages' }),
  'outbox:prune': i18n.translate('awsSiem.job.outboxPrune', { defaultMessage: 'Tidy up messages' }),
  'feed:prune': i18n.translate('awsSiem.job.feedPrune', { defaultMessage: 'Tidy up the feed of rules' }),
  'health:check': i18n.translate('awsSiem.job.health', { defaultMessage: 'Check health' }),
  'source_data:delete': i18n.translate('awsSiem.job.delete', {
    defaultMessage: 'Delete data of deleted sources',
  }),
};

/** What a job does, by its id; `sources` has names by id. A job that is not known here keeps its id. */
export function jobName(id: string, sources: ReadonlyMap<string, string>): string {
  const [kind, rest = ''] = id.split(/:(.*)/s);
  if (kind === 'poll') {
    return i18n.translate('awsSiem.job.poll', {
      defaultMessage: 'Poll {source}',
      values: { source: sources.get(rest) ?? rest },
    });
  }
  if (kind === 'rules') {
    return i18n.translate('awsSiem.job.rules', {
      defaultMessage: 'Run rules, part {part}',
      values: { part: rest },
    });
  }
  return NAMES[id] ?? id;
}
