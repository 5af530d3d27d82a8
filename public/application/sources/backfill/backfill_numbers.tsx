import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { BackfillView } from '../../../../common/backfill';
import { formatBytes, formatDuration, formatNumber } from '../../../services/format';

/** How far it is, how fast, and what became of rejects. */
export function BackfillNumbers({ backfill }: { backfill: BackfillView }) {
  const lines = [progressText(backfill), paceText(backfill), replayText(backfill), restText(backfill)];
  return (
    <EuiText size="xs" className="siem-number" data-test-subj="siemBackfillNumbers">
      {lines.map((line, at) => line !== undefined && <div key={at}>{line}</div>)}
    </EuiText>
  );
}

function progressText({ total, progress }: BackfillView): string {
  const { objects, events, rejects } = progress;
  const bytes = formatBytes(progress.bytes);
  const became = i18n.translate('awsSiem.backfill.became', {
    defaultMessage:
      '{events, plural, one {# event} other {# events}}, {rejects, plural, one {# reject} other {# rejects}}',
    values: { events, rejects },
  });
  return total
    ? i18n.translate('awsSiem.backfill.progress', {
        defaultMessage:
          '{objects} of {total, plural, one {# object} other {# objects}}, {bytes} of {totalBytes}; {became}',
        values: {
          objects: formatNumber(objects),
          total: total.objects,
          bytes,
          totalBytes: formatBytes(total.bytes),
          became,
        },
      })
    : i18n.translate('awsSiem.backfill.progressOnly', {
        defaultMessage: '{objects, plural, one {# object} other {# objects}}, {bytes}; {became}',
        values: { objects, bytes, became },
      });
}

function paceText({ rate, state }: BackfillView): string | undefined {
  if (!rate || state !== 'running') return undefined;
  const values = {
    events: formatNumber(rate.eventsPerSecond),
    bytes: formatBytes(rate.bytesPerSecond),
    left: formatDuration((rate.secondsLeft ?? 0) * 1_000),
  };
  return rate.secondsLeft === undefined
    ? i18n.translate('awsSiem.backfill.pace', { defaultMessage: '{events} events/s, {bytes}/s', values })
    : i18n.translate('awsSiem.backfill.paceLeft', {
        defaultMessage: '{events} events/s, {bytes}/s; about {left} left',
        values,
      });
}

function replayText({ selection, progress, state }: BackfillView): string | undefined {
  if (selection.kind !== 'rejects' || state !== 'completed') return undefined;
  return i18n.translate('awsSiem.backfill.replayed', {
    defaultMessage: '{before, plural, one {# reject} other {# rejects}} before, {after} now',
    values: { before: progress.before.rejects, after: formatNumber(progress.rejects) },
  });
}

function restText({ progress: { known, failed } }: BackfillView): string | undefined {
  const parts = [
    known > 0 &&
      i18n.translate('awsSiem.backfill.knownCount', {
        defaultMessage: '{count} were here already',
        values: { count: formatNumber(known) },
      }),
    failed > 0 &&
      i18n.translate('awsSiem.backfill.failedCount', {
        defaultMessage: '{count} could not be read',
        values: { count: formatNumber(failed) },
      }),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('; ') : undefined;
}
