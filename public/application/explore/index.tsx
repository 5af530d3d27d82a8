import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import { Redirect, useParams } from 'react-router-dom';
import { ENTITY_KINDS, entityQuery, type EntityKind } from '../../../common/entity';
import { LOGS_PATTERN } from '../../../common/plugin';
import { EventScopeProvider } from '../../components/event_value';
import { PageHeader } from '../../components/page_header';
import { RequestError } from '../../components/page_states';
import { Skeleton } from '../../components/skeleton';
import { TimePicker } from '../../components/time_picker';
import { resolveRange, TIME_DEFAULTS } from '../../services/time_range';
import { useUrlParams } from '../../services/url_state';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { EntityActions } from './entity_actions';
import { entityTitle } from './entity_title';
import { ExplorePanels } from './explore_panels';

/** All that is known of one address, user, account, bucket or load balancer. */
export function ExplorePage() {
  const { kind, value } = useParams<{ kind: string; value: string }>();
  const known = ENTITY_KINDS.find((other) => other === kind);
  if (!known) return <Redirect to="/" />;
  const name = decoded(value);
  return <EntityPage key={`${kind}/${name}`} kind={known} value={name} />;
}

/** The router leaves an encoded slash as it is. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function EntityPage({ kind, value }: { kind: EntityKind; value: string }) {
  const { api } = useSiem();
  const [params, setParams] = useUrlParams(TIME_DEFAULTS);
  const { from, to } = params;
  const load = useCallback(
    (signal: AbortSignal) => api.explore({ kind, value, ...resolveRange({ from, to }) }, signal),
    [api, kind, value, from, to],
  );
  const request = useRequest(load);
  const { data, error, loading, reload } = request;
  const search = { index: LOGS_PATTERN, query: entityQuery(kind, value), time: { from, to } };
  return (
    <EventScopeProvider value={{ search }}>
      <div data-test-subj="siemExplorePage">
        <PageHeader
          title={value}
          description={i18n.translate('awsSiem.explore.description', {
            defaultMessage: '{kind}: all that its logs and alerts tell',
            values: { kind: entityTitle(kind) },
          })}
          actions={<TimePicker params={params} request={request} onChange={setParams} />}
        />
        <EntityActions kind={kind} value={value} search={search} />
        {error && <RequestError error={error} retry={reload} />}
        {!data && !error && <Skeleton rows={ROWS} />}
        {data && !error && (
          <ExplorePanels
            known={data}
            stale={loading}
            kind={kind}
            value={value}
            range={{ from, to }}
            onRange={setParams}
          />
        )}
      </div>
    </EventScopeProvider>
  );
}

const ROWS = [
  { grid: 'siem-facts', panels: Array<string>(4).fill('siem-factPanel') },
  { grid: '', panels: ['siem-eventsPanel'] },
  { grid: 'siem-related', panels: Array<string>(6).fill('siem-relatedPanel') },
];
