import { EuiPanel } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { useHistory } from 'react-router-dom';
import { ItemPage } from '../../components/item_page';
import { useSiem } from '../siem_context';
import { EntriesPanel } from './entries_panel';
import { ListForm } from './list_form';

const TITLES = {
  create: i18n.translate('awsSiem.list.new', { defaultMessage: 'Add a list' }),
  item: i18n.translate('awsSiem.list.title', { defaultMessage: 'List' }),
  list: i18n.translate('awsSiem.list.parent', { defaultMessage: 'Lists' }),
};

/** Lists have no declared types. */
const noTypes = async () => ({ items: [] });

/** A new list, or one that is there, with its entries. */
export function ListItemPage() {
  const { api } = useSiem();
  const history = useHistory();
  return (
    <ItemPage titles={TITLES} path="/lists" loadTypes={noTypes} loadItem={api.lists.get}>
      {({ item, done }) => {
        const form = (
          <EuiPanel hasShadow={false} paddingSize="l" style={{ maxWidth: item ? undefined : 800 }}>
            <ListForm
              list={item}
              onSaved={(name) => (item ? done() : history.push(`/lists/${encodeURIComponent(name)}`))}
            />
          </EuiPanel>
        );
        if (!item) return form;
        return (
          <div className="siem-grid siem-form">
            {form}
            <EntriesPanel list={item} />
          </div>
        );
      }}
    </ItemPage>
  );
}
