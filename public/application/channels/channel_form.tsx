import {
  EuiButton,
  EuiCallOut,
  EuiFieldText,
  EuiFlexItem,
  EuiLink,
  EuiSelect,
  EuiSpacer,
  EuiSwitch,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { ChannelInput, type ChannelTestResponse } from '../../../common/api';
import type { ChannelView } from '../../../common/channel';
import { defaultsOf, fieldsCodec } from '../../../common/field';
import type { ChannelTypeDeclaration } from '../../../common/kinds';
import { DeclarationForm } from '../../components/declaration_form';
import { EncryptionMissing } from '../../components/encryption_missing';
import { FormActions } from '../../components/form_actions';
import { FormRow } from '../../components/form_section';
import { SiemForm } from '../../components/siem_form';
import { errorMessage } from '../../services/errors';
import { channelInputOf } from '../../services/inputs';
import { useForm } from '../../services/use_form';
import { useAction } from '../../services/use_request';
import { validate, validateAt } from '../../services/validate';
import { useSiem } from '../siem_context';

interface Props {
  types: ChannelTypeDeclaration[];
  channel?: ChannelView;
  onSaved(): void;
}

/** The form of a channel, drawn from what its type declares. */
export function ChannelForm({ types, channel, onSaved }: Props) {
  const { api, core, canWrite } = useSiem();
  const typeOf = (id: string) => types.find((type) => type.id === id);
  const form = useForm<ChannelInput>(
    () => (channel ? channelInputOf(channel) : emptyChannel(types[0])),
    (values) => ({
      ...validate(ChannelInput, values),
      ...validateAt('settings', fieldsCodec(typeOf(values.type)?.fields ?? []), values.settings),
    }),
    async (values) => {
      await (channel ? api.channels.update(channel, values) : api.channels.create(values));
      core.notifications.toasts.addSuccess(
        i18n.translate('awsSiem.channel.saved', {
          defaultMessage: 'Channel "{name}" saved',
          values: { name: values.name },
        }),
      );
      onSaved();
    },
  );
  const test = useAction(() => api.testChannel(form.values, channel?.id));
  const { values, errors, change } = form;
  const type = typeOf(values.type);
  const hasSecrets = type?.fields.some((field) => field.type === 'secret');

  return (
    <SiemForm onSubmit={() => void form.submit()} testSubject="siemChannelForm">
      <FormRow
        label={i18n.translate('awsSiem.channel.type', { defaultMessage: 'Type' })}
        help={
          type && (
            <span className="siem-inText">
              {type.description}{' '}
              <EuiLink href={type.docsUrl} target="_blank" external>
                <FormattedMessage id="awsSiem.channel.docs" defaultMessage="Documentation" />
              </EuiLink>
            </span>
          )
        }
      >
        <EuiSelect
          fullWidth
          disabled={channel !== undefined}
          options={types.map(({ id, title }) => ({ value: id, text: title }))}
          value={values.type}
          onChange={({ target }) =>
            change({ type: target.value, settings: defaultsOf(typeOf(target.value)?.fields ?? []) })
          }
          data-test-subj="siemField-type"
        />
      </FormRow>
      <FormRow
        label={i18n.translate('awsSiem.channel.name', { defaultMessage: 'Name of the channel' })}
        error={errors.name}
      >
        <EuiFieldText
          fullWidth
          value={values.name}
          isInvalid={!!errors.name}
          onChange={(event) => change({ name: event.target.value })}
          data-test-subj="siemField-name"
        />
      </FormRow>
      <EuiSpacer size="m" />
      {hasSecrets && <EncryptionMissing />}
      {type && (
        <DeclarationForm
          key={type.id}
          fields={type.fields}
          values={values.settings}
          errors={errors}
          path="settings"
          secretsSet={channel?.secretsSet}
          onChange={(settings) => change({ settings })}
        />
      )}
      <EuiSpacer size="m" />
      <EuiSwitch
        label={i18n.translate('awsSiem.channel.enabled', { defaultMessage: 'Send alerts through it' })}
        checked={values.enabled}
        onChange={(event) => change({ enabled: event.target.checked })}
        data-test-subj="siemField-enabled"
      />
      <EuiSpacer size="l" />
      <TestAnswer result={test.result} error={test.error} />
      <FormActions form={form} back="/channels">
        <EuiFlexItem grow={false}>
          <EuiButton
            isLoading={test.running}
            isDisabled={!canWrite}
            onClick={() => {
              if (form.check()) void test.run();
            }}
            data-test-subj="siemSendTest"
          >
            <FormattedMessage id="awsSiem.channel.test" defaultMessage="Send a test" />
          </EuiButton>
        </EuiFlexItem>
      </FormActions>
    </SiemForm>
  );
}

function emptyChannel(type: ChannelTypeDeclaration | undefined): ChannelInput {
  return { name: '', type: type?.id ?? '', enabled: true, settings: defaultsOf(type?.fields ?? []) };
}

/** The receiver's own words. */
function TestAnswer({ result, error }: { result?: ChannelTestResponse; error?: Error }) {
  if (!result && !error) return null;
  const ok = result?.ok === true;
  return (
    <div aria-live="polite">
      <EuiCallOut
        size="s"
        color={ok ? 'success' : 'danger'}
        iconType={ok ? 'check' : 'alert'}
        title={
          ok
            ? i18n.translate('awsSiem.channel.testOk', { defaultMessage: 'The test was accepted' })
            : i18n.translate('awsSiem.channel.testFailed', { defaultMessage: 'The test was not accepted' })
        }
        data-test-subj={ok ? 'siemTestOk' : 'siemTestFailed'}
      >
        <p>{result?.message ?? (error && errorMessage(error))}</p>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </div>
  );
}
