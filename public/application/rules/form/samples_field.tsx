import { EuiButtonEmpty, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { RuleSample } from '../../../../common/rule';
import { FormSection } from '../../../components/form_section';
import type { FieldErrors } from '../../../services/errors';
import { SampleRow } from './sample_row';

export const MOST_SAMPLES = 20;

interface Props {
  samples: RuleSample[];
  errors: FieldErrors;
  onChange(samples: RuleSample[]): void;
}

/** Events kept with the rule that its query and filters must find, or must not; each save tries them. */
export function SamplesField({ samples, errors, onChange }: Props) {
  return (
    <FormSection title={i18n.translate('awsSiem.samples.title', { defaultMessage: 'Samples' })}>
      <EuiText size="s" color="subdued">
        <p>
          <FormattedMessage
            id="awsSiem.samples.help"
            defaultMessage="Events that the query and filters must find, or must not. They are tried whenever the rule is saved or imported. Take them from the preview, or write them."
          />
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <div data-test-subj="siemSamples">
        {samples.map((sample, position) => (
          <SampleRow
            // A row holds its text as it is typed: with others than before, rows begin anew.
            key={`${samples.length}-${position}`}
            sample={sample}
            number={position + 1}
            error={errorOf(errors, position)}
            onChange={(changed) => onChange(samples.map((each, at) => (at === position ? changed : each)))}
            onRemove={() => onChange(samples.filter((_, at) => at !== position))}
          />
        ))}
      </div>
      <EuiButtonEmpty
        size="xs"
        iconType="plusInCircle"
        isDisabled={samples.length >= MOST_SAMPLES}
        onClick={() => onChange([...samples, { name: '', expect: 'hit', event: { '@timestamp': now() } }])}
        data-test-subj="siemAddSample"
      >
        <FormattedMessage id="awsSiem.samples.add" defaultMessage="Add sample" />
      </EuiButtonEmpty>
    </FormSection>
  );
}

function now(): string {
  return new Date().toISOString();
}

function errorOf(errors: FieldErrors, position: number): string | undefined {
  const place = `samples.${position}`;
  return errors[place] ?? errors[`${place}.name`] ?? errors[`${place}.event`];
}
