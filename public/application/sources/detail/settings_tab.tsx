import React from 'react';
import type { SourceView } from '../../../../common/source';
import { PageLoading, RequestError } from '../../../components/page_states';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { SourceForm } from '../source_form';

/** The form of the source. */
export function SettingsTab({ source, onSaved }: { source: SourceView; onSaved(): void }) {
  const { api } = useSiem();
  const { data, error, reload } = useRequest(api.logTypes);
  if (error) return <RequestError error={error} retry={reload} />;
  if (!data) return <PageLoading />;
  return <SourceForm logTypes={data.items} source={source} onSaved={onSaved} />;
}
