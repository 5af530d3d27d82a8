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
import type { Data } from './data';
import type { Navigation } from './navigation';
import { getStateFromOsdUrl } from './url_state';

const APP_ID = 'discover';

/** Just enough of Discover to hold a query, filters and an index pattern, and to show what plugins add to its top navigation. */
export function createDiscover(data: Data, navigation: Navigation): HostPlugin {
  return {
    setup(core) {
      core.application.register({
        id: APP_ID,
        title: 'Discover',
        category: { id: 'opensearchDashboards', label: 'OpenSearch Dashboards', order: 1000 },
        async mount({ element }) {
          const [{ chrome }] = await core.getStartServices();
          chrome.setBreadcrumbs([{ text: 'Discover' }]);
          const draw = () => {
            const title = applyUrl(data, window.location.href);
            // The key makes a new page of a new URL.
            render(
              <Discover key={window.location.href} data={data} navigation={navigation} title={title} />,
              element,
            );
          };
          draw();
          window.addEventListener('hashchange', draw);
          return () => {
            window.removeEventListener('hashchange', draw);
            unmountComponentAtNode(element);
          };
        },
      });
      return {};
    },
    start: () => ({}),
  };
}

/** Takes the state of the URL over into the data plugin, as Discover of 2.8 does; returns the index pattern. */
function applyUrl({ query }: Data, url: string): string {
  const app = getStateFromOsdUrl('_a', url) as {
    index?: string;
    query?: DiscoverQuery;
    filters?: DiscoverFilter[];
  } | null;
  const global = getStateFromOsdUrl('_g', url) as { time?: TimeRange } | null;
  if (app?.query) query.queryString.setQuery(app.query);
  if (app?.filters) query.filterManager.setFilters(app.filters);
  if (global?.time) query.timefilter.timefilter.setTime(global.time);
  return app?.index ?? 'siem-logs-*';
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
