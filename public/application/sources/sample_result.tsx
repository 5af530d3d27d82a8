import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { SourceTestResponse } from '../../../common/api';
import type { Exclusion } from '../../../common/exclusion';
import { excludedText } from './excluded_text';

interface Props {
  sample: NonNullable<SourceTestResponse['sample']>;
  exclusions: readonly Exclusion[];
}

/** What each exclusion did with the events that "Test connection" read. */
export function SampleResult({ sample, exclusions }: Props) {
  const none = { objects: 0, events: 0, bytes: 0 };
  return (
    <>
      <EuiSpacer size="m" />
      <EuiText size="s" data-test-subj="siemTestExclusions">
        <p>
          {i18n.translate('awsSiem.test.sample', {
            defaultMessage: 'Exclusions, tried on {events, plural, one {# event} other {# events}}:',
            values: { events: sample.events },
          })}
        </p>
        <ul>
          {exclusions.map(({ name, countOnly }, at) => (
            <li key={at}>
              {name}:{' '}
              {excludedText(
                sample.excluded.find((count) => count.name === name.trim()) ?? { name, ...none },
                countOnly,
              )}
            </li>
          ))}
        </ul>
      </EuiText>
    </>
  );
}
