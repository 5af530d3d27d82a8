import {
  EuiButtonIcon,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiPanel,
  EuiSelect,
  EuiSpacer,
  EuiTextArea,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useState } from 'react';
import type { RuleSample } from '../../../../common/rule';

const EXPECTATIONS = [
  { value: 'hit', text: i18n.translate('awsSiem.samples.hit', { defaultMessage: 'must hit' }) },
  { value: 'miss', text: i18n.translate('awsSiem.samples.miss', { defaultMessage: 'must miss' }) },
];

interface Props {
  sample: RuleSample;
  number: number;
  error?: string;
  onChange(sample: RuleSample): void;
  onRemove(): void;
}

/** One sample: its name, what is expected of it, its event as JSON. */
export function SampleRow({ sample, number, error, onChange, onRemove }: Props) {
  const [text, setText] = useState(() => JSON.stringify(sample.event, null, 2));
  const values = { number };
  return (
    <>
      <EuiPanel paddingSize="s" hasShadow={false} color="subdued">
        <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center">
          <EuiFlexItem>
            <EuiFieldText
              fullWidth
              compressed
              value={sample.name}
              placeholder={NAME}
              isInvalid={!!error && sample.name.trim() === ''}
              aria-label={i18n.translate('awsSiem.samples.nameOf', {
                defaultMessage: 'Name of sample {number}',
                values,
              })}
              onChange={(event) => onChange({ ...sample, name: event.target.value })}
              data-test-subj="siemSample-name"
            />
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSelect
              compressed
              options={EXPECTATIONS}
              value={sample.expect}
              aria-label={i18n.translate('awsSiem.samples.expectOf', {
                defaultMessage: 'What is expected of sample {number}',
                values,
              })}
              onChange={(event) =>
                onChange({ ...sample, expect: event.target.value as RuleSample['expect'] })
              }
              data-test-subj="siemSample-expect"
            />
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButtonIcon
              iconType="trash"
              color="danger"
              aria-label={i18n.translate('awsSiem.samples.remove', {
                defaultMessage: 'Remove sample {number}',
                values,
              })}
              onClick={onRemove}
            />
          </EuiFlexItem>
        </EuiFlexGroup>
        <EuiSpacer size="s" />
        <EuiFormRow fullWidth isInvalid={!!error} error={error}>
          <EuiTextArea
            fullWidth
            compressed
            resize="vertical"
            rows={5}
            className="siem-code"
            value={text}
            isInvalid={!!error}
            aria-label={i18n.translate('awsSiem.samples.eventOf', {
              defaultMessage: 'Event of sample {number} as JSON',
              values,
            })}
            onChange={({ target: { value } }) => {
              setText(value);
              onChange({ ...sample, event: eventOf(value) });
            }}
            data-test-subj="siemSample-event"
          />
        </EuiFormRow>
      </EuiPanel>
      <EuiSpacer size="s" />
    </>
  );
}

const NAME = i18n.translate('awsSiem.samples.name', { defaultMessage: 'Name, such as “root login”' });

/** While the text is no JSON it stands for the event itself, which no rule can be saved with. */
function eventOf(text: string): RuleSample['event'] {
  try {
    return JSON.parse(text) as RuleSample['event'];
  } catch {
    return text as unknown as RuleSample['event'];
  }
}
