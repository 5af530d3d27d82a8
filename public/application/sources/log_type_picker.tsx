import { EuiCheckableCard, EuiFormFieldset, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { LogTypeDeclaration } from '../../../common/kinds';

interface Props {
  logTypes: LogTypeDeclaration[];
  value: string;
  onChange(id: string): void;
}

/** The log types as small cards, and what the chosen one is and how late AWS delivers it. */
export function LogTypePicker({ logTypes, value, onChange }: Props) {
  const chosen = logTypes.find(({ id }) => id === value);
  return (
    <>
      <EuiFormFieldset
        legend={{
          children: (
            <h2 className="euiTitle euiTitle--xsmall">
              {i18n.translate('awsSiem.source.logType', { defaultMessage: 'Log type' })}
            </h2>
          ),
        }}
        data-test-subj="siemField-logType"
      >
        <div className="siem-grid siem-cards">
          {logTypes.map(({ id, title, description }) => (
            <EuiCheckableCard
              key={id}
              id={`siemLogType-${id}`}
              name="logType"
              value={id}
              label={<span title={description}>{title}</span>}
              checked={id === value}
              onChange={() => onChange(id)}
              data-test-subj={`siemLogType-${id}`}
            />
          ))}
        </div>
        {chosen && (
          <>
            <EuiSpacer size="m" />
            <EuiText size="s" color="subdued" aria-live="polite" data-test-subj="siemLogTypeDescription">
              <p>
                {chosen.description}{' '}
                {i18n.translate('awsSiem.source.deliveryDelay', {
                  defaultMessage: 'Delivery: {delay}.',
                  values: { delay: chosen.deliveryDelay },
                })}
              </p>
            </EuiText>
          </>
        )}
      </EuiFormFieldset>
      <EuiSpacer size="l" />
    </>
  );
}
