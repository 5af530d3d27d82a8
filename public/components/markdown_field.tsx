import { EuiButtonEmpty, EuiMarkdownFormat, EuiPanel, EuiTextArea } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';

interface Props {
  /** Given by the form row. */
  id?: string;
  label: string;
  value: string;
  onChange(value: string): void;
  testSubject: string;
}

/** Markdown to be written, and looked at as people will see it. */
export function MarkdownField({ id, label, value, onChange, testSubject }: Props) {
  const [isPreview, setIsPreview] = useState(false);
  return (
    <>
      {isPreview ? (
        <EuiPanel paddingSize="s" hasShadow={false} data-test-subj={`${testSubject}-preview`}>
          <EuiMarkdownFormat>{value}</EuiMarkdownFormat>
        </EuiPanel>
      ) : (
        <EuiTextArea
          id={id}
          fullWidth
          compressed
          resize="vertical"
          rows={4}
          aria-label={label}
          className="siem-code"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          data-test-subj={testSubject}
        />
      )}
      {value !== '' && (
        <EuiButtonEmpty
          size="xs"
          iconType={isPreview ? 'pencil' : 'eye'}
          onClick={() => setIsPreview(!isPreview)}
          data-test-subj={`${testSubject}-toggle`}
        >
          {isPreview ? (
            <FormattedMessage id="awsSiem.markdown.write" defaultMessage="Write" />
          ) : (
            <FormattedMessage id="awsSiem.markdown.preview" defaultMessage="Preview" />
          )}
        </EuiButtonEmpty>
      )}
    </>
  );
}
