import { EuiAccordion, EuiSpacer, EuiSwitch, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { ENRICHMENT_PARTS, type EnrichmentPart } from '../../../common/enrichment';
import type { SourceFieldProps } from './field_props';

const LABELS: Record<EnrichmentPart, string> = {
  geo: i18n.translate('awsSiem.source.enrichGeo', {
    defaultMessage: 'Country and network of public addresses (source.geo, source.as, destination.…)',
  }),
  userAgent: i18n.translate('awsSiem.source.enrichUserAgent', {
    defaultMessage: 'Browser, tool and system of user agents (user_agent.name, user_agent.os.name, …)',
  }),
  indicators: i18n.translate('awsSiem.source.enrichIndicators', {
    defaultMessage: 'Values of indicator lists (threat.indicator, tag threat_indicator)',
  }),
};

/** What is added to the source's events. */
export function EnrichmentFields({ values: { enrichment }, change }: Omit<SourceFieldProps, 'errors'>) {
  const on = ENRICHMENT_PARTS.filter((part) => enrichment[part] !== false).length;
  return (
    <EuiAccordion
      id="siemSourceEnrichment"
      buttonContent={i18n.translate('awsSiem.source.enrichment', {
        defaultMessage: 'Enrichment: what is added to events ({on} of {all})',
        values: { on, all: ENRICHMENT_PARTS.length },
      })}
      data-test-subj="siemSourceEnrichment"
    >
      <EuiSpacer size="s" />
      <EuiText size="xs" color="subdued">
        <FormattedMessage
          id="awsSiem.source.enrichmentHelp"
          defaultMessage="Added while events are read, on this host: nothing is sent anywhere. A change applies to objects read from then on."
        />
      </EuiText>
      {ENRICHMENT_PARTS.map((part) => (
        <React.Fragment key={part}>
          <EuiSpacer size="s" />
          <EuiSwitch
            label={LABELS[part]}
            checked={enrichment[part] !== false}
            onChange={({ target }) => change({ enrichment: { ...enrichment, [part]: target.checked } })}
            data-test-subj={`siemField-enrichment-${part}`}
          />
        </React.Fragment>
      ))}
      <EuiSpacer size="m" />
    </EuiAccordion>
  );
}
