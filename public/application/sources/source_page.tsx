import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import { useHistory, useParams } from 'react-router-dom';
import { PageHeader } from '../../components/page_header';
import { PageLoading, RequestError } from '../../components/page_states';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { SourceForm } from './source_form';

/** A new source, or one that is there. */
export function SourcePage() {
  const { api } = useSiem();
  const history = useHistory();
  const { id } = useParams<{ id: string }>();
  const isNew = id === 'new';
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [logTypes, source] = await Promise.all([
        api.logTypes(signal),
        isNew ? undefined : api.sources.get(id, signal),
      ]);
      return { logTypes: logTypes.items, source };
    },
    [api, id, isNew],
  );
  const { data, error, reload } = useRequest(load);
  return (
    <>
      <PageHeader
        title={
          data?.source?.name ??
          (isNew
            ? i18n.translate('awsSiem.source.new', { defaultMessage: 'Add a source' })
            : i18n.translate('awsSiem.source.title', { defaultMessage: 'Source' }))
        }
        parent={{
          title: i18n.translate('awsSiem.source.parent', { defaultMessage: 'Sources' }),
          path: '/sources',
        }}
      />
      {error && <RequestError error={error} retry={reload} />}
      {!data && !error && <PageLoading />}
      {data && (
        <SourceForm
          // By what was loaded, not by the URL, so that a form never holds the values of another source.
          key={data.source?.id ?? 'new'}
          logTypes={data.logTypes}
          source={data.source}
          onSaved={() => history.push('/sources')}
        />
      )}
    </>
  );
}
