import { i18n } from '@osd/i18n';
import type { SourceView } from '../../../../common/source';
import { errorMessage } from '../../../services/errors';
import { useSiem } from '../../siem_context';

/** Reads an object of the source again by its key, and tells that it is under way; undefined for users who may only look. */
export function useReadAgain({ id, name }: SourceView): ((key: string) => void) | undefined {
  const { api, core, canWrite } = useSiem();
  const { toasts } = core.notifications;

  async function readAgain(key: string): Promise<void> {
    try {
      await api.backfills.reingest({ sourceId: id, key });
      toasts.addSuccess(
        i18n.translate('awsSiem.readAgain.started', {
          defaultMessage: 'The object is being read again; progress is in the tab Backfill',
        }),
      );
    } catch (error) {
      toasts.addDanger({ title: name, text: errorMessage(error as Error) });
    }
  }

  return canWrite ? (key) => void readAgain(key) : undefined;
}
