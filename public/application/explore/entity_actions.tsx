import { EuiButton, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { useLocation } from 'react-router-dom';
import { entityField, type EntityKind } from '../../../common/entity';
import { useDiscoverUrls } from '../../components/discover_link';
import { useLinkTo } from '../../components/use_link_to';
import type { EventSearch } from '../../services/discover_link';
import { writeFilters } from '../../services/event_filters';
import { useSiem } from '../siem_context';

interface Props {
  kind: EntityKind;
  value: string;
  /** The entity's events. */
  search: EventSearch;
}

/** Where to look next, and a rule about the entity. */
export function EntityActions({ kind, value, search }: Props) {
  const { core, deps, canWrite } = useSiem();
  const linkTo = useLinkTo();
  const location = useLocation();
  const discover = useDiscoverUrls()(search);
  const overview = new URLSearchParams(location.search);
  overview.set('filters', writeFilters([{ field: entityField(kind), value }]));

  async function createAlert(): Promise<void> {
    const { openRuleFlyout } = await import('../../create_alert');
    const { index, query = '', time = { from: 'now-24h', to: 'now' } } = search;
    openRuleFlyout(core, deps, {
      query,
      language: 'lucene',
      filters: [],
      time,
      indexPattern: { title: index, timeField: '@timestamp' },
    });
  }

  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        {discover && (
          <EuiFlexItem grow={false}>
            <EuiButton size="s" iconType="discoverApp" href={discover} data-test-subj="siemExploreDiscover">
              <FormattedMessage id="awsSiem.explore.discover" defaultMessage="Show events in Discover" />
            </EuiButton>
          </EuiFlexItem>
        )}
        {canWrite && (
          <EuiFlexItem grow={false}>
            <EuiButton
              size="s"
              iconType="bell"
              onClick={() => void createAlert()}
              data-test-subj="siemExploreAlert"
            >
              <FormattedMessage id="awsSiem.explore.createAlert" defaultMessage="Create alert" />
            </EuiButton>
          </EuiFlexItem>
        )}
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="filter"
            {...linkTo(`/?${overview.toString()}`)}
            data-test-subj="siemExploreOverview"
          >
            <FormattedMessage id="awsSiem.explore.overview" defaultMessage="Overview of its events" />
          </EuiButtonEmpty>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty size="s" iconType="dashboardApp" {...linkTo('/dashboards')}>
            <FormattedMessage id="awsSiem.explore.dashboards" defaultMessage="Dashboards" />
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
    </>
  );
}
