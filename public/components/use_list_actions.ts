import { i18n } from '@osd/i18n';
import { useSiem } from '../application/siem_context';
import { errorMessage } from '../services/errors';

interface Item {
  id: string;
  name: string;
}

export interface ListActions<T extends Item> {
  /** Asks first. */
  remove(items: T[], consequence: string): Promise<void>;
  /** Applies `change` to each; one that fails does not stop the others. */
  changeEach(items: T[], change: (item: T) => Promise<unknown>): Promise<void>;
}

/** What the lists of rules, sources and channels do with one or several items; the list is loaded again afterwards. */
export function useListActions<T extends Item>(
  removeOne: (id: string) => Promise<void>,
  reload: () => void,
): ListActions<T> {
  const { core } = useSiem();

  async function changeEach(items: T[], change: (item: T) => Promise<unknown>): Promise<void> {
    for (const item of items) {
      try {
        await change(item);
      } catch (error) {
        core.notifications.toasts.addDanger({ title: item.name, text: errorMessage(error as Error) });
      }
    }
    reload();
  }

  async function remove(items: T[], consequence: string): Promise<void> {
    const confirmed = await core.overlays.openConfirm(consequence, {
      title: i18n.translate('awsSiem.delete.title', {
        defaultMessage: 'Delete {count, plural, one {{name}} other {# entries}}?',
        values: { count: items.length, name: items[0]?.name },
      }),
      confirmButtonText: i18n.translate('awsSiem.delete.confirm', { defaultMessage: 'Delete' }),
      cancelButtonText: i18n.translate('awsSiem.delete.cancel', { defaultMessage: 'Cancel' }),
      buttonColor: 'danger',
    });
    if (confirmed) await changeEach(items, ({ id }) => removeOne(id));
  }

  return { remove, changeEach };
}
