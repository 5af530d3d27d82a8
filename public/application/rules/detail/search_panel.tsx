import { EuiBadge, EuiButtonEmpty, EuiCodeBlock, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { RuleView } from '../../../../common/rule';
import type { DiscoverFilter } from '../../../../types/opensearch_dashboards_public';
import { useDiscoverUrls } from '../../../components/discover_link';
import { TitledPanel } from '../../../components/titled_panel';
import { filterLabel } from '../../../services/filter_label';

/** The events that the rule looks at, and the way to them. */
export function SearchPanel({ rule }: { rule: RuleView }) {
  const { index, query, language, filters } = rule;
  const discover = useDiscoverUrls()({
    index: index.title,
    query,
    language,
    filters: filters as unknown as DiscoverFilter[],
  });
  return (
    <TitledPanel
      title={i18n.translate('awsSiem.ruleSearch.title', { defaultMessage: 'What it looks at' })}
      note={i18n.translate('awsSiem.ruleSearch.index', {
        defaultMessage: '{pattern}, by {timeField}',
        values: { pattern: index.title, timeField: index.timeField },
      })}
      actions={
        discover && (
          <EuiButtonEmpty
            size="xs"
            iconType="discoverApp"
            href={discover}
            data-test-subj="siemRuleInDiscover"
          >
            <FormattedMessage id="awsSiem.ruleSearch.discover" defaultMessage="Show events in Discover" />
          </EuiButtonEmpty>
        )
      }
      testSubject="siemRuleSearch"
    >
      {query.trim() === '' ? (
        <EuiText size="s" color="subdued">
          <FormattedMessage id="awsSiem.ruleSearch.every" defaultMessage="Every event" />
        </EuiText>
      ) : (
        <EuiCodeBlock language="text" fontSize="m" paddingSize="s" isCopyable whiteSpace="pre-wrap">
          {query}
        </EuiCodeBlock>
      )}
      <EuiSpacer size="s" />
      <div className="siem-pills">
        <EuiBadge color="hollow">{language === 'kuery' ? 'DQL' : 'Lucene'}</EuiBadge>
        {filters.map((filter, place) => (
          <EuiBadge key={place} color="default" iconType="filter">
            {filterLabel(filter)}
          </EuiBadge>
        ))}
      </div>
    </TitledPanel>
  );
}
