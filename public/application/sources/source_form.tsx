import { EuiButton, EuiFlexItem, EuiPanel, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { LogTypeDeclaration } from '../../../common/kinds';
import type { SourceView } from '../../../common/source';
import { FormActions } from '../../components/form_actions';
import { SiemForm } from '../../components/siem_form';
import { useAction } from '../../services/use_request';
import { useForm } from '../../services/use_form';
import { useSiem } from '../siem_context';
import { AdvancedFields } from './advanced_fields';
import { AwsSetup } from './aws_setup';
import { CredentialsFields } from './credentials_fields';
import { EnrichmentFields } from './enrichment_fields';
import { ExclusionFields } from './exclusion_fields';
import { LogTypePicker } from './log_type_picker';
import { PlaceFields } from './place_fields';
import { SampleResult } from './sample_result';
import { initialValues, inputOf, validateSource } from './source_values';
import { TestResult } from './test_result';

interface Props {
  logTypes: LogTypeDeclaration[];
  source?: SourceView;
  onSaved(): void;
}

/** The form of a source, and beside it what to set up in AWS for it. */
export function SourceForm({ logTypes, source, onSaved }: Props) {
  const { api, core, canWrite } = useSiem();
  const secretStored = source?.credentials.secretAccessKeySet === true;
  const form = useForm(
    () => initialValues(source, logTypes[0]?.id ?? ''),
    (values) => validateSource(values, secretStored),
    async (values) => {
      const input = inputOf(values);
      await (source ? api.sources.update(source, input) : api.sources.create(input));
      core.notifications.toasts.addSuccess(
        i18n.translate('awsSiem.source.saved', {
          defaultMessage: 'Source "{name}" saved',
          values: { name: input.name },
        }),
      );
      onSaved();
    },
  );
  const test = useAction(() => api.testSource(inputOf(form.values), source?.id));
  const logType = logTypes.find(({ id }) => id === form.values.logType);
  const fields = { values: form.values, errors: form.errors, change: form.change };

  return (
    <div className="siem-grid siem-form">
      <EuiPanel hasShadow={false} paddingSize="l">
        <SiemForm onSubmit={() => void form.submit()} testSubject="siemSourceForm">
          <LogTypePicker
            logTypes={logTypes}
            value={form.values.logType}
            onChange={(id) => form.change({ logType: id })}
          />
          <PlaceFields {...fields} logType={logType} />
          <CredentialsFields {...fields} secretStored={secretStored} />
          <EnrichmentFields {...fields} />
          <ExclusionFields {...fields} counts={source?.status.excluded ?? []} />
          <AdvancedFields {...fields} />
          {test.error && <TestResult message={test.error} />}
          {test.result && <TestResult result={test.result} />}
          {test.result?.sample && (
            <SampleResult sample={test.result.sample} exclusions={form.values.exclusions} />
          )}
          <EuiSpacer size="m" />
          <FormActions form={form} back="/sources">
            <EuiFlexItem grow={false}>
              <EuiButton
                isLoading={test.running}
                isDisabled={!canWrite}
                onClick={() => {
                  if (form.check()) void test.run();
                }}
                data-test-subj="siemTestConnection"
              >
                <FormattedMessage id="awsSiem.source.test" defaultMessage="Test connection" />
              </EuiButton>
            </EuiFlexItem>
          </FormActions>
        </SiemForm>
      </EuiPanel>
      {logType && <AwsSetup logType={logType} values={form.values} />}
    </div>
  );
}
