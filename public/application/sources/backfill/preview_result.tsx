import { EuiSpacer, EuiText } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { BackfillCount } from '../../../../common/backfill';
import { formatBytes, formatNumber } from '../../../services/format';
import type { PreviewState } from './use_preview';

interface Props {
  preview: PreviewState;
  /** Whether what is known is read as well. */
  again: boolean;
}

/** What of the objects that were found a backfill reads. */
export function toRead({ objects, bytes, known }: BackfillCount, again: boolean) {
  return again ? { objects, bytes } : { objects: objects - known.objects, bytes: bytes - known.bytes };
}

/** How much it is, growing while it is counted. */
export function PreviewResult({ preview: { count, counting }, again }: Props) {
  if (!count) return null;
  const { known } = count;
  const read = toRead(count, again);
  return (
    <div role="status" data-test-subj="siemBackfillCount">
      <div className="siem-grid siem-facts">
        <Fact label={<FormattedMessage id="awsSiem.backfill.found" defaultMessage="Found" />} {...count} />
        <Fact
          label={<FormattedMessage id="awsSiem.backfill.known" defaultMessage="Here already" />}
          {...known}
        />
        <Fact
          label={<FormattedMessage id="awsSiem.backfill.toRead" defaultMessage="To be read" />}
          {...read}
        />
      </div>
      {counting && (
        <EuiText size="xs" color="subdued">
          <FormattedMessage id="awsSiem.backfill.counting" defaultMessage="Still counting …" />
        </EuiText>
      )}
      <EuiSpacer size="m" />
    </div>
  );
}

function Fact({ label, objects, bytes }: { label: React.ReactNode; objects: number; bytes: number }) {
  return (
    <div>
      <EuiText size="xs" color="subdued">
        {label}
      </EuiText>
      <div className="siem-factValue">
        <FormattedMessage
          id="awsSiem.backfill.objects"
          defaultMessage="{objects} {count, plural, one {object} other {objects}}"
          values={{ count: objects, objects: formatNumber(objects) }}
        />
      </div>
      <EuiText size="xs" color="subdued" className="siem-number">
        {formatBytes(bytes)}
      </EuiText>
    </div>
  );
}
