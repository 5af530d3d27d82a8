import {
  EuiButtonEmpty,
  EuiFieldText,
  EuiPage,
  EuiPageBody,
  EuiSelect,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import React, { useState } from 'react';
import { render, unmountComponentAtNode } from 'react-dom';
import type {
  DiscoverFilter,
  DiscoverQuery,
  TimeRange,
} from '../../../../types/opensearch_dashboards_public';
import type { HostPlugin } from '../core/plugins';
import { DEFAULT_PATTERN, type Data } from './data';
import type { Navigation } from './navigation';
import { getStateFromOsdUrl } from './url_state';

const APP_ID = 'discover';
const EXPLORER_ID = 'data-explorer';

/** In local storage, `true`: the host has the data explorer of OSD 2.10 and later, and Discover in it. */
const EXPLORER_KEY = 'standIn:dataExplorer';

/** Just enough of Discover to hold a query, filters and an index pattern, and to show what plugins add to its top navigation. */
export function createDiscover(data: Data, navigation: Navigation): HostPlugin {
  return {
    setup({ application }) {
      const register = (id: string, title: string, readUrl: (url: string) => DiscoverState) =>
        application.register({
          id,
          title,
          category: { id: 'opensearchDashboards', label: 'OpenSearch Dashboards', order: 1000 },
          mount: ({ element }) => mountDiscover(element, data, navigation, readUrl),
        });
      register(APP_ID, 'Discover', readDiscoverUrl);
      if (window.localStorage.getItem(EXPLORER_KEY) === 'true') {
        register(EXPLORER_ID, 'Data explorer', readExplorerUrl);
      }
      return {};
    },
    start: () => ({}),
  };
}

function mountDiscover(
  element: HTMLElement,
  data: Data,
  navigation: Navigation,
  readUrl: (url: string) => DiscoverState,
): () => void {
  const draw = () => {
    const state = readUrl(window.location.href);
    apply(state, data);
    // The key makes a new page of a new URL.
    render(
      <Discover key={window.location.href} data={data} navigation={navigation} title={state.index} />,
      element,
    );
  };
  draw();
  window.addEventListener('hashchange', draw);
  return () => {
    window.removeEventListener('hashchange', draw);
    unmountComponentAtNode(element);
  };
}

interface DiscoverState {
  /** Id of the index pattern. */
  index: string;
  query?: DiscoverQuery;
  filters?: DiscoverFilter[];
  time?: TimeRange;
}

type QueryState = Pick<DiscoverState, 'query' | 'filters'>;

/** The state in the URL of Discover of 2.8. */
function readDiscoverUrl(url: string): DiscoverState {
  const app = getStateFromOsdUrl('_a', url) as Partial<DiscoverState> | null;
  return { index: app?.index ?? DEFAULT_PATTERN, query: app?.query, filters: app?.filters, ...timeOf(url) };
}

/** The state in the URL of Discover inside the data explorer. */
function readExplorerUrl(url: string): DiscoverState {
  const app = getStateFromOsdUrl('_a', url) as { metadata?: { indexPattern?: string } } | null;
  const { query, filters } = (getStateFromOsdUrl('_q', url) ?? {}) as QueryState;
  return { index: app?.metadata?.indexPattern ?? DEFAULT_PATTERN, query, filters, ...timeOf(url) };
}

function timeOf(url: string): Pick<DiscoverState, 'time'> {
  return { time: (getStateFromOsdUrl('_g', url) as { time?: TimeRange } | null)?.time };
}

/** Takes the state over into the data plugin. */
function apply({ query, filters, time }: DiscoverState, { query: services }: Data): void {
  if (query) services.queryString.setQuery(query);
  if (filters) services.filterManager.setFilters(filters);
  if (time) services.timefilter.timefilter.setTime(time);
}

function Discover({
  data,
  navigation,
  title,
}: {
  data: Data;
  navigation: Navigation;
  title: string;
}): JSX.Element {
  const { queryString, timefilter } = data.query;
  const [query, setQuery] = useState(queryString.getQuery());
  const change = (changes: Partial<DiscoverQuery>) => {
    const next = { ...query, ...changes };
    setQuery(next);
    queryString.setQuery(next);
  };
  const { from, to } = timefilter.timefilter.getTime();
  return (
    <EuiPage>
      <EuiPageBody>
        <div data-test-subj="top-nav">
          {navigation.itemsFor(APP_ID).map(({ id, label, testId, run }) => (
            <EuiButtonEmpty
              key={id}
              size="xs"
              data-test-subj={testId}
              onClick={(event: React.MouseEvent<HTMLElement>) => run(event.currentTarget)}
            >
              {label}
            </EuiButtonEmpty>
          ))}
        </div>
        <EuiTitle size="s">
          <h1>{title}</h1>
        </EuiTitle>
        <EuiSpacer size="s" />
        <EuiFieldText
          fullWidth
          aria-label="Query"
          data-test-subj="queryInput"
          value={String(query.query)}
          onChange={(event) => change({ query: event.target.value })}
          append={
            <EuiSelect
              aria-label="Query language"
              value={query.language}
              options={[
                { value: 'lucene', text: 'Lucene' },
                { value: 'kuery', text: 'DQL' },
              ]}
              onChange={(event) => change({ language: event.target.value })}
            />
          }
        />
        <EuiSpacer size="s" />
        <EuiText size="s">
          {from} to {to}
        </EuiText>
      </EuiPageBody>
    </EuiPage>
  );
}
