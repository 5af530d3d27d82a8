import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { ListImportResponse } from '../../../common/list';
import { formatNumber } from '../../services/format';

const SHOWN_ERRORS = 10;

/** What an import came to, or would come to. */
export function ImportResult({ result, dryRun }: { result: ListImportResponse; dryRun: boolean }) {
  const { entries, duplicates, refused, errors } = result;
  const values = { entries, shown: formatNumber(entries) };
  return (
    <div aria-live="polite">
      <EuiCallOut
        size="s"
        color={refused > 0 ? 'warning' : dryRun ? 'primary' : 'success'}
        iconType={refused > 0 ? 'alert' : 'check'}
        title={
          dryRun
            ? i18n.translate('awsSiem.list.wouldTake', {
                defaultMessage:
                  '{entries, plural, one {One entry} other {{shown} entries}} would be imported',
                values,
              })
            : i18n.translate('awsSiem.list.taken', {
                defaultMessage: '{entries, plural, one {One entry} other {{shown} entries}} imported',
                values,
              })
        }
        data-test-subj="siemListImportResult"
      >
        {(duplicates > 0 || refused > 0) && (
          <p>
            <FormattedMessage
              id="awsSiem.list.leftOut"
              defaultMessage="Left out: {duplicates} that came before, {refused} that are no such values."
              values={{ duplicates: formatNumber(duplicates), refused: formatNumber(refused) }}
            />
          </p>
        )}
        {errors.length > 0 && (
          <ul>
            {errors.slice(0, SHOWN_ERRORS).map(({ line, reason }) => (
              <li key={line} className="siem-break">
                <FormattedMessage
                  id="awsSiem.list.lineError"
                  defaultMessage="Line {line}: {reason}"
                  values={{ line: formatNumber(line), reason }}
                />
              </li>
            ))}
          </ul>
        )}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </div>
  );
}
