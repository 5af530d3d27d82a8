import { i18n } from '@osd/i18n';
import { errorMessage } from '../../services/errors';
import { useSiem } from '../siem_context';
import { saveText } from '../lists/save_text';

/** Saves rules as a file `.ndjson`, one a line, as `importRules` takes them: those with these ids, or all. */
export function useRuleExport(): (ids?: string[]) => Promise<void> {
  const { api, core } = useSiem();
  return async (ids) => {
    try {
      const { ndjson, rules } = await api.exportRules(ids);
      saveText(`siem-rules-${new Date().toISOString().slice(0, 10)}.ndjson`, ndjson);
      core.notifications.toasts.addSuccess(
        i18n.translate('awsSiem.ruleExport.done', {
          defaultMessage: '{rules, plural, one {One rule} other {# rules}} exported',
          values: { rules },
        }),
      );
    } catch (error) {
      core.notifications.toasts.addDanger({
        title: i18n.translate('awsSiem.ruleExport.failed', { defaultMessage: 'Not exported' }),
        text: errorMessage(error as Error),
      });
    }
  };
}
