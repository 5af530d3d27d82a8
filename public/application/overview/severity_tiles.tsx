import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { SEVERITY_COLORS } from '../../../common/colors';
import type { OverviewResponse } from '../../../common/overview';
import { SEVERITIES } from '../../../common/rule';
import { severityLabel } from '../../components/badges';
import { ChangeNote } from '../../components/change_note';
import { useLinkTo } from '../../components/use_link_to';
import { formatNumber } from '../../services/format';
import type { TimeRange } from '../../services/time_range';

interface Props {
  counts: OverviewResponse['alerts']['bySeverity'];
  range: TimeRange;
}

/** Alerts by severity, the worst first; each leads to those alerts. */
export function SeverityTiles({ counts, range }: Props) {
  const linkTo = useLinkTo();
  return (
    <div className="siem-severities">
      {[...SEVERITIES].reverse().map((severity) => {
        const { count, before, open } = counts[severity];
        const query = new URLSearchParams({ from: range.from, to: range.to, severity });
        return (
          <a
            key={severity}
            className="siem-severity"
            style={{ borderLeftColor: SEVERITY_COLORS[severity] }}
            {...linkTo(`/alerts?${query.toString()}`)}
            data-test-subj={`siemSeverity-${severity}`}
          >
            <EuiText size="xs" color="subdued">
              {severityLabel(severity)}
            </EuiText>
            <span className={count === 0 ? 'siem-metricValue siem-zero' : 'siem-metricValue'}>
              {formatNumber(count)}
            </span>
            <EuiText size="xs" color="subdued" className="siem-nowrap">
              {count > 0 &&
                i18n.translate('awsSiem.severityTile.open', {
                  defaultMessage: '{open} open · ',
                  values: { open: formatNumber(open) },
                })}
              <ChangeNote count={count} before={before} />
            </EuiText>
          </a>
        );
      })}
    </div>
  );
}
