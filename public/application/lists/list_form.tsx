import { EuiFieldText, EuiSelect, EuiSpacer, EuiSwitch } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { LIST_KINDS, ListInput, type ListKind, type ListView } from '../../../common/list';
import { FormActions } from '../../components/form_actions';
import { FormRow, FormSection } from '../../components/form_section';
import { SiemForm } from '../../components/siem_form';
import { TimeField } from '../../components/time_field';
import { useForm } from '../../services/use_form';
import { validate } from '../../services/validate';
import { useSiem } from '../siem_context';
import { FeedFields } from './feed_fields';
import { EXAMPLE_FIELDS, initialValues, inputOf, KIND_LABELS } from './list_values';

const EXPIRES = i18n.translate('awsSiem.list.expiresAt', { defaultMessage: 'Expires' });

interface Props {
  list?: ListView;
  onSaved(name: string): void;
}

/** What is said about a list; its entries are beside it. */
export function ListForm({ list, onSaved }: Props) {
  const { api, core } = useSiem();
  const form = useForm(
    () => initialValues(list),
    (values) => validate(ListInput, inputOf(values)),
    async (values) => {
      const input = inputOf(values);
      await (list ? api.lists.update(list, input) : api.lists.create(input));
      core.notifications.toasts.addSuccess(
        i18n.translate('awsSiem.list.saved', {
          defaultMessage: 'List "{name}" saved',
          values: { name: input.name },
        }),
      );
      onSaved(input.name);
    },
  );
  const { values, errors, change } = form;

  return (
    <SiemForm onSubmit={() => void form.submit()} testSubject="siemListForm">
      <FormRow
        label={i18n.translate('awsSiem.list.name', { defaultMessage: 'Name' })}
        help={i18n.translate('awsSiem.list.nameHelp', {
          defaultMessage:
            'Queries say it as "@{name}", such as {field}:"@{name}". It cannot be changed later.',
          values: { name: values.name || 'name', field: EXAMPLE_FIELDS[values.kind] },
        })}
        error={errors.name}
      >
        <EuiFieldText
          fullWidth
          disabled={list !== undefined}
          value={values.name}
          isInvalid={!!errors.name}
          onChange={({ target }) => change({ name: target.value })}
          data-test-subj="siemField-name"
        />
      </FormRow>
      <FormRow label={i18n.translate('awsSiem.list.kind', { defaultMessage: 'Values' })}>
        <EuiSelect
          fullWidth
          disabled={list !== undefined}
          options={LIST_KINDS.map((kind) => ({ value: kind, text: KIND_LABELS[kind] }))}
          value={values.kind}
          onChange={({ target }) => change({ kind: target.value as ListKind })}
          data-test-subj="siemField-kind"
        />
      </FormRow>
      <FormRow
        optional
        label={i18n.translate('awsSiem.list.description', { defaultMessage: 'Description' })}
        error={errors.description}
      >
        <EuiFieldText
          fullWidth
          value={values.description}
          onChange={({ target }) => change({ description: target.value })}
          data-test-subj="siemField-description"
        />
      </FormRow>
      <FormRow
        optional
        label={EXPIRES}
        help={i18n.translate('awsSiem.list.expiresAtHelp', {
          defaultMessage:
            'From then on the whole list counts as empty. Single entries can expire on their own.',
        })}
        error={errors.expiresAt}
      >
        <TimeField
          label={EXPIRES}
          value={values.expiresAt}
          onChange={(expiresAt = '') => change({ expiresAt })}
          testSubject="siemField-expiresAt"
        />
      </FormRow>
      <EuiSpacer size="m" />
      <EuiSwitch
        label={i18n.translate('awsSiem.list.indicatorSwitch', {
          defaultMessage: 'Mark events that hold one of its values (threat.indicator, tag threat_indicator)',
        })}
        checked={values.indicator}
        onChange={({ target }) => change({ indicator: target.checked })}
        data-test-subj="siemField-indicator"
      />
      <EuiSpacer size="l" />
      <FormSection title={i18n.translate('awsSiem.list.feed', { defaultMessage: 'Fetched from an address' })}>
        <FeedFields values={values} errors={errors} change={change} />
      </FormSection>
      <FormActions form={form} back="/lists" />
    </SiemForm>
  );
}
