import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import { ListPage } from '../../components/list_page';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { Deletions } from './detail/deletions';
import { SourcesTable } from './sources_table';

/** The S3 places that are read, and how each is doing. */
export function SourcesPage() {
  const { api } = useSiem();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [sources, logTypes] = await Promise.all([api.sources.list(signal), api.logTypes(signal)]);
      return { items: sources.items, titles: new Map(logTypes.items.map(({ id, title }) => [id, title])) };
    },
    [api],
  );
  const request = useRequest(load);
  return (
    <>
      <Deletions key={request.data?.items.length} />
      <ListPage
        title={i18n.translate('awsSiem.sources.title', { defaultMessage: 'Sources' })}
        description={i18n.translate('awsSiem.sources.description', {
          defaultMessage: 'The S3 buckets that AWS delivers your logs to',
        })}
        request={request}
        create={{
          label: i18n.translate('awsSiem.sources.add', { defaultMessage: 'Add a source' }),
          path: '/sources/new',
          testSubject: 'siemAddSource',
        }}
        empty={{
          icon: 'logoAWS',
          title: i18n.translate('awsSiem.sources.emptyTitle', { defaultMessage: 'No sources yet' }),
          text: i18n.translate('awsSiem.sources.emptyText', {
            defaultMessage:
              'Add the bucket that your logs are delivered to. The form shows the AWS set-up to copy, and tests the connection before you save.',
          }),
        }}
        testSubject="siemSources"
      >
        {(items) => <SourcesTable sources={items} titles={request.data?.titles} reload={request.reload} />}
      </ListPage>
    </>
  );
}
