import { EuiPage, EuiPageBody } from '@elastic/eui';
import type { History } from 'history';
import React, { lazy, Suspense } from 'react';
import { Redirect, Route, Router, Switch } from 'react-router-dom';
import { ErrorBoundary } from '../components/error_boundary';
import { PageLoading } from '../components/page_states';
import { AppCallouts } from './app_callouts';
import { AppTabs } from './app_tabs';
import { StoppedRules } from './rules/stopped_rules';
import { SiemProvider, type Host } from './siem_context';
import { useStatus } from './use_status';

const OverviewPage = lazy(() => import('./overview').then((page) => ({ default: page.OverviewPage })));
const FirstRunPage = lazy(() => import('./first_run').then((page) => ({ default: page.FirstRunPage })));
const ExplorePage = lazy(() => import('./explore').then((page) => ({ default: page.ExplorePage })));
const AlertsPage = lazy(() => import('./alerts').then((page) => ({ default: page.AlertsPage })));
const DashboardsPage = lazy(() => import('./dashboards').then((page) => ({ default: page.DashboardsPage })));
const RulesPage = lazy(() => import('./rules').then((page) => ({ default: page.RulesPage })));
const RulePage = lazy(() => import('./rules/rule_page').then((page) => ({ default: page.RulePage })));
const RuleDetailPage = lazy(() =>
  import('./rules/detail').then((page) => ({ default: page.RuleDetailPage })),
);
const RuleLogPage = lazy(() => import('./rules/log').then((page) => ({ default: page.RuleLogPage })));
const ImportRulesPage = lazy(() =>
  import('./rules/transfer').then((page) => ({ default: page.ImportRulesPage })),
);
const SourcesPage = lazy(() => import('./sources').then((page) => ({ default: page.SourcesPage })));
const SourcePage = lazy(() => import('./sources/source_page').then((page) => ({ default: page.SourcePage })));
const SourceDetailPage = lazy(() =>
  import('./sources/detail').then((page) => ({ default: page.SourceDetailPage })),
);
const HealthPage = lazy(() => import('./health').then((page) => ({ default: page.HealthPage })));
const DataPage = lazy(() => import('./data').then((page) => ({ default: page.DataPage })));
const ListsPage = lazy(() => import('./lists').then((page) => ({ default: page.ListsPage })));
const ListItemPage = lazy(() => import('./lists/list_page').then((page) => ({ default: page.ListItemPage })));
const ChannelsPage = lazy(() => import('./channels').then((page) => ({ default: page.ChannelsPage })));
const ChannelPage = lazy(() =>
  import('./channels/channel_page').then((page) => ({ default: page.ChannelPage })),
);

/** The app: tabs, what everybody must know, and the page of the address. */
export function App({ host, history }: { host: Host; history: History }) {
  const { api } = host;
  const { data: status, error, reload: reloadStatus } = useStatus(api);
  return (
    <Router history={history}>
      <SiemProvider value={{ ...host, status, canWrite: status?.canWrite ?? false, reloadStatus }}>
        <EuiPage className="siem-page" data-test-subj="siemApp">
          <EuiPageBody>
            <AppTabs />
            <AppCallouts error={error} />
            <StoppedRules />
            <ErrorBoundary>
              <Suspense fallback={<PageLoading />}>
                <Switch>
                  <Route exact path={['/', '']} component={OverviewPage} />
                  <Route exact path="/start" component={FirstRunPage} />
                  <Route path="/explore/:kind/:value" component={ExplorePage} />
                  <Route exact path="/alerts" component={AlertsPage} />
                  <Route exact path="/dashboards" component={DashboardsPage} />
                  <Route exact path="/rules" component={RulesPage} />
                  <Route exact path="/rules/log" component={RuleLogPage} />
                  <Route exact path="/rules/import" component={ImportRulesPage} />
                  <Route exact path={['/rules/:id(new)', '/rules/:id/edit']} component={RulePage} />
                  <Route path="/rules/:id" component={RuleDetailPage} />
                  <Route exact path="/sources" component={SourcesPage} />
                  <Route exact path="/sources/:id(new)" component={SourcePage} />
                  <Route path="/sources/:id" component={SourceDetailPage} />
                  <Route exact path="/health" component={HealthPage} />
                  <Route exact path="/lists" component={ListsPage} />
                  <Route path="/lists/:id" component={ListItemPage} />
                  <Route exact path="/channels" component={ChannelsPage} />
                  <Route path="/channels/:id" component={ChannelPage} />
                  <Route exact path="/data" component={DataPage} />
                  <Redirect to="/" />
                </Switch>
              </Suspense>
            </ErrorBoundary>
          </EuiPageBody>
        </EuiPage>
      </SiemProvider>
    </Router>
  );
}
