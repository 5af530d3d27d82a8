import { i18n } from '@osd/i18n';
import React from 'react';
import { ItemPage } from '../../components/item_page';
import { useSiem } from '../siem_context';
import { SourceForm } from './source_form';

const TITLES = {
  create: i18n.translate('awsSiem.source.new', { defaultMessage: 'Add a source' }),
  item: i18n.translate('awsSiem.source.title', { defaultMessage: 'Source' }),
  list: i18n.translate('awsSiem.source.parent', { defaultMessage: 'Sources' }),
};

/** A new source. */
export function SourcePage() {
  const { api } = useSiem();
  return (
    <ItemPage titles={TITLES} path="/sources" loadTypes={api.logTypes} loadItem={api.sources.get}>
      {({ types, item, done }) => <SourceForm logTypes={types} source={item} onSaved={done} />}
    </ItemPage>
  );
}
