import { EuiCheckableCard, EuiFormFieldset, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { LogTypeDeclaration } from '../../../common/kinds';

interface Props {
  logTypes: LogTypeDeclaration[];
  value: string;
  onChange(id: string): void;
}

/** The log types as cards, each with what it is and how late AWS delivers it. */
export function LogTypePicker({ logTypes, value, onChange }: Props) {
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
          {logTypes.map(({ id, title, description, deliveryDelay }) => (
            <EuiCheckableCard
              key={id}
              id={`siemLogType-${id}`}
              name="logType"
              value={id}
              label={title}
              checked={id === value}
              onChange={() => onChange(id)}
              data-test-subj={`siemLogType-${id}`}
            >
              <EuiText size="xs" color="subdued">
                <p>{description}</p>
                <p>
                  {i18n.translate('awsSiem.source.deliveryDelay', {
                    defaultMessage: 'AWS delivers: {delay}',
                    values: { delay: deliveryDelay },
                  })}
                </p>
              </EuiText>
            </EuiCheckableCard>
          ))}
        </div>
      </EuiFormFieldset>
      <EuiSpacer size="l" />
    </>
  );
}
