import { EuiAccordion, EuiNotificationBadge, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { ContentItem } from '../../../common/content';

const TYPES: Readonly<Record<string, string>> = {
  'index-pattern': i18n.translate('awsSiem.dashboards.typePattern', { defaultMessage: 'Index pattern' }),
  search: i18n.translate('awsSiem.dashboards.typeSearch', { defaultMessage: 'Search' }),
  visualization: i18n.translate('awsSiem.dashboards.typeVisualization', { defaultMessage: 'Visualization' }),
  dashboard: i18n.translate('awsSiem.dashboards.typeDashboard', { defaultMessage: 'Dashboard' }),
};

interface Props {
  id: string;
  title: string;
  items: ContentItem[];
}

/** Objects that fare alike, with their number; their names are folded away. */
export function ItemGroup({ id, title, items }: Props) {
  if (items.length === 0) return null;
  return (
    <div data-test-subj={`siemContentGroup-${id}`}>
      <EuiAccordion
        id={`siemContentGroup-${id}`}
        buttonContent={title}
        extraAction={
          <EuiNotificationBadge color="subdued" size="m">
            {items.length}
          </EuiNotificationBadge>
        }
        paddingSize="s"
      >
        <EuiText size="s">
          <ul>
            {items.map((item) => (
              <li key={`${item.type}:${item.id}`}>{`${TYPES[item.type] ?? item.type}: ${item.title}`}</li>
            ))}
          </ul>
        </EuiText>
      </EuiAccordion>
      <EuiSpacer size="s" />
    </div>
  );
}
