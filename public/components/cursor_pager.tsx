import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { formatNumber } from '../services/format';

interface Props {
  shown: number;
  total: number;
  /** What the server named to go on with; absent on the last page. */
  next?: string;
  /** The one that this page was asked for with; empty on the first page. */
  current: string;
  onChange(cursor: string): void;
}

/** Pages of a list of any length: on, and back to the start. The browser's Back leads one page back. */
export function CursorPager({ shown, total, next, current, onChange }: Props) {
  return (
    <>
      <EuiSpacer size="s" />
      <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false}>
        <EuiFlexItem>
          <EuiText size="xs" color="subdued" data-test-subj="siemPagerTotal">
            {i18n.translate('awsSiem.pager.shown', {
              defaultMessage: '{shown} of {total}',
              values: { shown: formatNumber(shown), total: formatNumber(total) },
            })}
          </EuiText>
        </EuiFlexItem>
        {current !== '' && (
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty size="xs" onClick={() => onChange('')} data-test-subj="siemPagerFirst">
              <FormattedMessage id="awsSiem.pager.first" defaultMessage="First page" />
            </EuiButtonEmpty>
          </EuiFlexItem>
        )}
        {next !== undefined && (
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              size="xs"
              iconType="arrowRight"
              iconSide="right"
              onClick={() => onChange(next)}
              data-test-subj="siemPagerNext"
            >
              <FormattedMessage id="awsSiem.pager.next" defaultMessage="Next page" />
            </EuiButtonEmpty>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
    </>
  );
}
