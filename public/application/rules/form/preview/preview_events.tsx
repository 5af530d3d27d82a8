import {
  EuiAccordion,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { RuleSample } from '../../../../../common/rule';
import { JsonBlock } from '../../../../components/json_block';
import { useTimeFormat } from '../../../../components/use_time_format';

interface Props {
  events: RuleSample['event'][];
  onKeep(event: RuleSample['event'], expect: RuleSample['expect']): void;
}

/** The newest events that query and filters find, each of which can be kept with the rule as a sample. */
export function PreviewEvents({ events, onKeep }: Props) {
  const formatTime = useTimeFormat();
  if (events.length === 0) return null;
  return (
    <div data-test-subj="siemPreviewEvents">
      <EuiSpacer size="m" />
      <EuiTitle size="xxs">
        <h3>
          <FormattedMessage id="awsSiem.preview.newest" defaultMessage="Newest matching events" />
        </h3>
      </EuiTitle>
      {events.map((event, position) => (
        <EuiAccordion
          key={position}
          id={`siemPreviewEvent-${position}`}
          buttonContent={
            <EuiText size="xs" className="siem-break">
              {titleOf(event, formatTime)}
            </EuiText>
          }
          paddingSize="s"
        >
          <EuiFlexGroup gutterSize="s" responsive={false}>
            <EuiFlexItem grow={false}>
              <EuiButtonEmpty size="xs" onClick={() => onKeep(event, 'hit')} data-test-subj="siemKeepHit">
                <FormattedMessage id="awsSiem.preview.keepHit" defaultMessage="Keep as “must hit”" />
              </EuiButtonEmpty>
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              <EuiButtonEmpty size="xs" onClick={() => onKeep(event, 'miss')} data-test-subj="siemKeepMiss">
                <FormattedMessage id="awsSiem.preview.keepMiss" defaultMessage="Keep as “must miss”" />
              </EuiButtonEmpty>
            </EuiFlexItem>
          </EuiFlexGroup>
          <JsonBlock
            value={event}
            label={i18n.translate('awsSiem.preview.eventLabel', {
              defaultMessage: 'Event {number}',
              values: { number: position + 1 },
            })}
          />
        </EuiAccordion>
      ))}
    </div>
  );
}

/** Fields that say most of an event, in the order of a sentence. */
const TELLING = [
  'type',
  'user.name',
  'event.action',
  'event.outcome',
  'source.ip',
  'destination.ip',
  'url.path',
];

/** Its time and what it says; of events without such fields, their beginning. */
function titleOf(event: RuleSample['event'], formatTime: (time: string) => string): string {
  const time = valueAt(event, '@timestamp');
  const told = [time && formatTime(time), ...TELLING.map((field) => valueAt(event, field))].filter(Boolean);
  return told.length > 1 ? told.join('  ') : JSON.stringify(event).slice(0, 90);
}

function valueAt(event: RuleSample['event'], field: string): string | undefined {
  const value = field
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | null | undefined)?.[key], event);
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : undefined;
}
