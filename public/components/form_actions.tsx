import { EuiButton, EuiButtonEmpty, EuiCallOut, EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { type ReactNode } from 'react';
import { useSiem } from '../application/siem_context';
import { errorMessage } from '../services/errors';
import type { Form } from '../services/use_form';
import { useLinkTo, type LinkProps } from './use_link_to';

interface ButtonsProps {
  form: Pick<Form<object>, 'errors' | 'error' | 'saving' | 'submit'>;
  /** A link or a button. */
  cancel: Partial<LinkProps>;
  /** More buttons beside Save. */
  children?: ReactNode;
}

/** The end of a form of the app: what is wrong, Save, and Cancel, which goes back to the list at the path `back`. */
export function FormActions({ back, ...props }: Omit<ButtonsProps, 'cancel'> & { back: string }) {
  const linkTo = useLinkTo();
  return <FormButtons {...props} cancel={linkTo(back)} />;
}

/** The same for forms that can stand outside the app. */
export function FormButtons({ form, cancel, children }: ButtonsProps) {
  const { canWrite } = useSiem();
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
          <EuiButtonEmpty {...cancel} data-test-subj="siemCancel">
            <FormattedMessage id="awsSiem.form.cancel" defaultMessage="Cancel" />
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
}
