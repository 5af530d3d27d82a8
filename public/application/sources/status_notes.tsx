import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { durationMs } from '../../../common/duration';
import type { SourceView } from '../../../common/source';
import { formatDuration, formatNumber } from '../../services/format';

/** What is worth knowing about how a source finds its objects. */
export function StatusNotes({ source }: { source: SourceView }) {
  const notes = notesOf(source);
  if (notes.length === 0) return null;
  return (
    <EuiText size="xs" color="subdued" data-test-subj="siemStatusNotes">
      {notes.map((note) => (
        <div key={note}>{note}</div>
      ))}
    </EuiText>
  );
}

function notesOf({ status, pollInterval, reading }: SourceView): string[] {
  const { wholeListing, queue } = status;
  if (reading?.kind === 'queue') {
    const { refused = 0, unreadable = 0 } = queue ?? {};
    return [
      ...(refused > 0
        ? [
            i18n.translate('awsSiem.sources.refused', {
              defaultMessage:
                'told of {count, plural, one {# object} other {# objects}} of other buckets or prefixes',
              values: { count: refused },
            }),
          ]
        : []),
      ...(unreadable > 0
        ? [
            i18n.translate('awsSiem.sources.unreadable', {
              defaultMessage: '{count, plural, one {# message} other {# messages}} could not be read',
              values: { count: unreadable },
            }),
          ]
        : []),
    ];
  }
  if (!wholeListing || wholeListing.everySeconds * 1_000 <= durationMs(pollInterval)) return [];
  return [
    i18n.translate('awsSiem.sources.wholeListing', {
      defaultMessage: '{count} keys without a date: listed whole, every {time}',
      values: {
        count: formatNumber(wholeListing.keys),
        time: formatDuration(wholeListing.everySeconds * 1_000),
      },
    }),
  ];
}
