import { EuiButton, EuiButtonEmpty, EuiCallOut, EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { type ReactNode } from 'react';
import { useSiem } from '../application/siem_context';
import { errorMessage } from '../services/errors';
import type { Form } from '../services/use_form';
import { useLinkTo } from './use_link_to';

interface Props {
  form: Pick<Form<object>, 'errors' | 'error' | 'saving' | 'submit'>;
  /** Path of the list that Cancel goes back to. */
  back: string;
  /** More buttons beside Save. */
  children?: ReactNode;
}

/** The end of a form: what is wrong, Save, Cancel. */
export function FormActions({ form, back, children }: Props) {
  const { canWrite } = useSiem();
  const linkTo = useLinkTo();
  const mistakes = Object.keys(form.errors).length;
  return (
    <>
      {form.error && (
        <>
          <EuiCallOut
            color="danger"
            iconType="alert"
            role="alert"
            title={i18n.translate('awsSiem.form.notSaved', { defaultMessage: 'Not saved' })}
            data-test-subj="siemFormError"
          >
            <p>{errorMessage(form.error)}</p>
          </EuiCallOut>
          <EuiSpacer size="m" />
        </>
      )}
      {!form.error && mistakes > 0 && (
        <>
          <EuiCallOut
            size="s"
            color="danger"
            iconType="alert"
            role="alert"
            title={i18n.translate('awsSiem.form.mistakes', {
              defaultMessage: '{count, plural, one {One field needs} other {# fields need}} another look',
              values: { count: mistakes },
            })}
            data-test-subj="siemFormMistakes"
          />
          <EuiSpacer size="m" />
        </>
      )}
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiButton
            fill
            type="submit"
            isLoading={form.saving}
            isDisabled={!canWrite}
            data-test-subj="siemSave"
          >
            <FormattedMessage id="awsSiem.form.save" defaultMessage="Save" />
          </EuiButton>
        </EuiFlexItem>
        {children}
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty {...linkTo(back)} data-test-subj="siemCancel">
            <FormattedMessage id="awsSiem.form.cancel" defaultMessage="Cancel" />
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
}
