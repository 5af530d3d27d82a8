import { EuiCode, EuiFieldText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { LogTypeDeclaration } from '../../../common/kinds';
import { FormRow, FormSection } from '../../components/form_section';
import { TextListField } from '../../components/text_list_field';
import { AWS_REGIONS } from '../../services/aws_regions';
import type { SourceFieldProps } from './field_props';
import { ReadingFields } from './reading_fields';

const REGION = i18n.translate('awsSiem.source.region', { defaultMessage: 'Region of the bucket' });

/** Name, and where the objects are. */
export function PlaceFields({
  values,
  errors,
  change,
  logType,
}: SourceFieldProps & { logType?: LogTypeDeclaration }) {
  const [layout] = logType?.keyLayouts ?? [];
  return (
    <FormSection title={i18n.translate('awsSiem.source.place', { defaultMessage: 'Where the logs are' })}>
      <FormRow
        label={i18n.translate('awsSiem.source.name', { defaultMessage: 'Name of the source' })}
        error={errors.name}
      >
        <EuiFieldText
          fullWidth
          value={values.name}
          isInvalid={!!errors.name}
          placeholder={i18n.translate('awsSiem.source.namePlaceholder', {
            defaultMessage: 'such as Production VPC flows',
          })}
          onChange={(event) => change({ name: event.target.value })}
          data-test-subj="siemField-name"
        />
      </FormRow>
      <FormRow
        label={i18n.translate('awsSiem.source.bucket', { defaultMessage: 'Bucket' })}
        error={errors.bucket}
      >
        <EuiFieldText
          fullWidth
          value={values.bucket}
          isInvalid={!!errors.bucket}
          onChange={(event) => change({ bucket: event.target.value.trim() })}
          data-test-subj="siemField-bucket"
        />
      </FormRow>
      <FormRow
        optional
        label={i18n.translate('awsSiem.source.prefix', { defaultMessage: 'Prefix' })}
        help={
          layout && (
            <FormattedMessage
              id="awsSiem.source.prefixHelp"
              defaultMessage="Only keys that begin with it are read. Usual keys: {layout}"
              values={{ layout: <EuiCode>{layout.replace(/\{\{(\w+)\}\}/g, '<$1>')}</EuiCode> }}
            />
          )
        }
        error={errors.prefix}
      >
        <EuiFieldText
          fullWidth
          value={values.prefix}
          isInvalid={!!errors.prefix}
          onChange={(event) => change({ prefix: event.target.value })}
          data-test-subj="siemField-prefix"
        />
      </FormRow>
      <FormRow label={REGION} error={errors.region}>
        <TextListField
          single
          label={REGION}
          values={values.region ? [values.region] : []}
          suggestions={AWS_REGIONS}
          isInvalid={!!errors.region}
          onChange={([region = '']) => change({ region })}
          testSubject="siemField-region"
        />
      </FormRow>
      <ReadingFields values={values} errors={errors} change={change} />
    </FormSection>
  );
}
