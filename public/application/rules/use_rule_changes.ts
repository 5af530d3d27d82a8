import { i18n } from '@osd/i18n';
import { useState } from 'react';
import type { RuleBulkBody, RuleBulkResponse } from '../../../common/rule_transfer';
import { errorMessage } from '../../services/errors';
import { useSiem } from '../siem_context';

/** A change as the server takes it, without the rules it is for. */
export type RuleChange = Omit<RuleBulkBody, 'ids'>;

export interface RuleChanges {
  running: boolean;
  /** Of the last change: how many rules were to be changed, and those that were left as they were. */
  outcome?: { asked: number; failed: RuleBulkResponse['results'] };
  dismiss(): void;
  change(rules: Array<{ id: string; name: string }>, change: RuleChange): Promise<void>;
  /** Asks first. */
  remove(rules: Array<{ id: string; name: string }>): Promise<void>;
}

/** The server takes so many at once. */
const CHUNK = 1_000;

/** The same change to one or several rules; `done` is called afterwards, whatever came of it, but `removed` when all rules of it are gone. */
export function useRuleChanges(done: () => void, removed = done): RuleChanges {
  const { api, core } = useSiem();
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<RuleChanges['outcome']>();

  async function change(rules: Array<{ id: string; name: string }>, what: RuleChange): Promise<void> {
    const failed = await run(rules, what);
    setOutcome(failed.length > 0 ? { asked: rules.length, failed } : undefined);
    done();
  }

  async function run(
    rules: Array<{ id: string; name: string }>,
    what: RuleChange,
  ): Promise<RuleBulkResponse['results']> {
    setRunning(true);
    const failed: RuleBulkResponse['results'] = [];
    for (let start = 0; start < rules.length; start += CHUNK) {
      const chunk = rules.slice(start, start + CHUNK);
      try {
        const { results } = await api.changeRules({ ids: chunk.map(({ id }) => id), ...what });
        failed.push(...results.filter(({ error }) => error !== undefined));
      } catch (error) {
        failed.push(...chunk.map(({ id, name }) => ({ id, name, error: errorMessage(error as Error) })));
      }
    }
    setRunning(false);
    return failed;
  }

  async function remove(rules: Array<{ id: string; name: string }>): Promise<void> {
    const confirmed = await core.overlays.openConfirm(
      i18n.translate('awsSiem.rules.deleteConsequence', {
        defaultMessage:
          '{count, plural, one {It raises} other {They raise}} no more alerts. Alerts that are already there stay.',
        values: { count: rules.length },
      }),
      {
        title: i18n.translate('awsSiem.rules.deleteTitle', {
          defaultMessage: 'Delete {count, plural, one {{name}} other {# rules}}?',
          values: { count: rules.length, name: rules[0]?.name },
        }),
        confirmButtonText: i18n.translate('awsSiem.rules.deleteConfirm', { defaultMessage: 'Delete' }),
        cancelButtonText: i18n.translate('awsSiem.rules.deleteCancel', { defaultMessage: 'Cancel' }),
        buttonColor: 'danger',
      },
    );
    if (!confirmed) return;
    const failed = await run(rules, { action: 'delete' });
    setOutcome(failed.length > 0 ? { asked: rules.length, failed } : undefined);
    if (failed.length > 0) done();
    else removed();
  }

  return { running, outcome, dismiss: () => setOutcome(undefined), change, remove };
}
