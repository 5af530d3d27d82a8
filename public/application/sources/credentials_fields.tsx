import { EuiButtonEmpty, EuiFieldPassword, EuiFieldText, EuiRadioGroup, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { SourceCredentials } from '../../../common/source';
import { EncryptionMissing } from '../../components/encryption_missing';
import { FormRow, FormSection } from '../../components/form_section';
import { randomExternalId } from '../../services/external_id';
import type { SourceFieldProps } from './field_props';

type Kind = SourceCredentials['kind'];

const TITLE = i18n.translate('awsSiem.credentials.title', { defaultMessage: 'How the bucket is read' });
const KINDS: Array<{ id: Kind; label: string }> = [
  {
    id: 'host',
    label: i18n.translate('awsSiem.credentials.host', {
      defaultMessage: "The host's own credentials (instance or task role, environment)",
    }),
  },
  {
    id: 'role',
    label: i18n.translate('awsSiem.credentials.role', { defaultMessage: 'A role to assume' }),
  },
  {
    id: 'access_keys',
    label: i18n.translate('awsSiem.credentials.keys', { defaultMessage: 'Access keys' }),
  },
];

/** Whose right to read is used. */
export function CredentialsFields(props: SourceFieldProps & { secretStored: boolean }) {
  const { values, change, errors } = props;
  return (
    <FormSection title={TITLE}>
      <EuiRadioGroup
        legend={{ children: TITLE, display: 'hidden' }}
        options={KINDS.map(({ id, label }) => ({
          id: `siemCredentials-${id}`,
          label,
          'data-test-subj': `siemCredentials-${id}`,
        }))}
        idSelected={`siemCredentials-${values.kind}`}
        onChange={(id) => change({ kind: id.replace('siemCredentials-', '') as Kind })}
        name="credentials"
      />
      <EuiSpacer size="m" />
      {values.kind === 'role' && <RoleFields values={values} change={change} errors={errors} />}
      {values.kind === 'access_keys' && <KeyFields {...props} />}
    </FormSection>
  );
}

function RoleFields({ values, errors, change }: SourceFieldProps) {
  return (
    <>
      <FormRow
        label={i18n.translate('awsSiem.credentials.roleArn', { defaultMessage: 'ARN of the role' })}
        error={errors['credentials.roleArn']}
      >
        <EuiFieldText
          fullWidth
          value={values.roleArn}
          isInvalid={!!errors['credentials.roleArn']}
          placeholder="arn:aws:iam::123456789012:role/siem-read"
          onChange={(event) => change({ roleArn: event.target.value.trim() })}
          data-test-subj="siemField-roleArn"
        />
      </FormRow>
      <FormRow
        optional
        label={i18n.translate('awsSiem.credentials.externalId', { defaultMessage: 'External id' })}
        help={i18n.translate('awsSiem.credentials.externalIdHelp', {
          defaultMessage:
            "Ask for it in the role's trust policy when the role is in somebody else's account.",
        })}
        error={errors['credentials.externalId']}
      >
        <EuiFieldText
          fullWidth
          value={values.externalId}
          isInvalid={!!errors['credentials.externalId']}
          onChange={(event) => change({ externalId: event.target.value })}
          append={
            <EuiButtonEmpty
              size="xs"
              onClick={() => change({ externalId: randomExternalId() })}
              data-test-subj="siemGenerateExternalId"
            >
              <FormattedMessage id="awsSiem.credentials.generate" defaultMessage="Generate" />
            </EuiButtonEmpty>
          }
          data-test-subj="siemField-externalId"
        />
      </FormRow>
    </>
  );
}

function KeyFields({ values, errors, change, secretStored }: SourceFieldProps & { secretStored: boolean }) {
  return (
    <>
      <EncryptionMissing
        advice={i18n.translate('awsSiem.credentials.roleInstead', {
          defaultMessage: "A role or the host's own credentials need no stored secret.",
        })}
      />
      <FormRow
        label={i18n.translate('awsSiem.credentials.accessKeyId', { defaultMessage: 'Access key id' })}
        error={errors['credentials.accessKeyId']}
      >
        <EuiFieldText
          fullWidth
          value={values.accessKeyId}
          isInvalid={!!errors['credentials.accessKeyId']}
          autoComplete="off"
          onChange={(event) => change({ accessKeyId: event.target.value.trim() })}
          data-test-subj="siemField-accessKeyId"
        />
      </FormRow>
      <FormRow
        label={i18n.translate('awsSiem.credentials.secret', { defaultMessage: 'Secret access key' })}
        error={errors['credentials.secretAccessKey']}
      >
        <EuiFieldPassword
          fullWidth
          type="dual"
          value={values.secretAccessKey}
          isInvalid={!!errors['credentials.secretAccessKey']}
          autoComplete="new-password"
          placeholder={
            secretStored
              ? i18n.translate('awsSiem.credentials.stored', {
                  defaultMessage: 'Stored. Type to replace it.',
                })
              : undefined
          }
          onChange={(event) => change({ secretAccessKey: event.target.value.trim() })}
          data-test-subj="siemField-secretAccessKey"
        />
      </FormRow>
    </>
  );
}
