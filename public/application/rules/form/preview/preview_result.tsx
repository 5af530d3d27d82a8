import { EuiButtonEmpty, EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import type { RuleSample } from '../../../../../common/rule';
import type { PreviewResponse } from '../../../../../common/rule_preview';
import { Fact } from '../../../../components/fact';
import { formatCompact, formatNumber } from '../../../../services/format';
import { PreviewChart } from './preview_chart';
import { PreviewEvents } from './preview_events';
import { PreviewGroups } from './preview_groups';
import { PreviewTable } from './preview_table';

interface Props {
  preview: PreviewResponse;
  isCurrent: boolean;
  onKeep(event: RuleSample['event'], expect: RuleSample['expect']): void;
}

/** The answer of a preview: how many alerts, for whom, out of what, at which cost. */
export function PreviewResult({ preview, isCurrent, onKeep }: Props) {
  const { alerts, matching, tookPerRun, took, windows } = preview;
  return (
    <div data-test-subj={isCurrent ? 'siemPreviewResult' : 'siemPreviewStale'}>
      <div className="siem-grid siem-previewFacts">
        <Fact
          label={i18n.translate('awsSiem.preview.alerts', { defaultMessage: 'Alerts' })}
          value={formatNumber(alerts.total)}
          note={i18n.translate('awsSiem.preview.perDay', {
            defaultMessage: 'about {count} a day',
            values: { count: alerts.perDay < 10 ? alerts.perDay : formatCompact(alerts.perDay) },
          })}
          testSubject="siemPreviewAlerts"
        />
        <Fact
          label={i18n.translate('awsSiem.preview.matching', { defaultMessage: 'Matching events' })}
          value={`${matching.more ? '> ' : ''}${formatNumber(matching.count)}`}
          note={i18n.translate('awsSiem.preview.windows', {
            defaultMessage: 'in {count, plural, one {# window} other {# windows}}',
            values: { count: windows },
          })}
          testSubject="siemPreviewMatching"
        />
        <Fact
          label={i18n.translate('awsSiem.preview.cost', { defaultMessage: 'Cost of a run' })}
          value={i18n.translate('awsSiem.preview.ms', {
            defaultMessage: '{count} ms',
            values: { count: formatNumber(tookPerRun) },
          })}
          note={i18n.translate('awsSiem.preview.took', {
            defaultMessage: '{count} ms for all of this',
            values: { count: formatNumber(took) },
          })}
        />
      </div>
      {preview.warnings.length > 0 && (
        <>
          <EuiSpacer size="s" />
          <EuiCallOut
            size="s"
            color="warning"
            iconType="alert"
            title={i18n.translate('awsSiem.preview.warnings', { defaultMessage: 'Not all could be judged' })}
          >
            {preview.warnings.map((warning) => (
              <p key={warning}>{warning}</p>
            ))}
          </EuiCallOut>
        </>
      )}
      <EuiSpacer size="m" />
      <Values preview={preview} />
      {alerts.groups.length > 0 && <PreviewGroups alerts={alerts} />}
      <PreviewEvents events={preview.events} onKeep={onKeep} />
    </div>
  );
}

function Values({ preview }: { preview: PreviewResponse }) {
  const [asTable, setAsTable] = useState(false);
  const { series, alerts, matching } = preview;
  if (alerts.total === 0 && series.every(({ points }) => points.every(({ value }) => value === 0))) {
    return (
      <EuiText size="s" color="subdued" data-test-subj="siemPreviewEmpty">
        <p>
          {matching.count === 0 ? (
            <FormattedMessage
              id="awsSiem.preview.empty"
              defaultMessage="No event of this period matches. Look at the query and filters, or choose a longer period."
            />
          ) : (
            <FormattedMessage
              id="awsSiem.preview.quiet"
              defaultMessage="None of these events would raise an alert. A rule that compares with the past finds nothing until the logs reach back as far as it asks."
            />
          )}
        </p>
      </EuiText>
    );
  }
  return (
    <>
      {asTable ? <PreviewTable preview={preview} /> : <PreviewChart preview={preview} />}
      <EuiButtonEmpty
        size="xs"
        iconType={asTable ? 'visBarVertical' : 'tableDensityNormal'}
        onClick={() => setAsTable(!asTable)}
        data-test-subj="siemPreviewToggle"
      >
        {asTable ? (
          <FormattedMessage id="awsSiem.preview.asChart" defaultMessage="Show as chart" />
        ) : (
          <FormattedMessage id="awsSiem.preview.asTable" defaultMessage="Show as table" />
        )}
      </EuiButtonEmpty>
      {preview.groups > preview.series.length && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('awsSiem.preview.moreGroups', {
            defaultMessage: 'The {shown} groups that came closest to an alert, of {all}.',
            values: { shown: preview.series.length, all: formatNumber(preview.groups) },
          })}
        </EuiText>
      )}
    </>
  );
}
