import { EuiPanel, EuiSpacer } from '@elastic/eui';
import React, { useCallback, useImperativeHandle, useRef, type Ref } from 'react';
import { defaultsOf } from '../../../common/field';
import type { RuleTypeDeclaration } from '../../../common/kinds';
import type { RuleSample, RuleView } from '../../../common/rule';
import type { RuleDraft } from '../../../common/rule_draft';
import { FormButtons } from '../../components/form_actions';
import { PageLoading, RequestError } from '../../components/page_states';
import { SearchScopeProvider } from '../../components/query_input/search_scope';
import { useIndexScope } from '../../components/query_input/use_index_scope';
import { SiemForm } from '../../components/siem_form';
import { useForm } from '../../services/use_form';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { announceRule } from './announce_rule';
import { ConditionFields } from './form/condition_fields';
import { IdentityFields } from './form/identity_fields';
import { PreviewPanel } from './form/preview/preview_panel';
import { ResponseFields } from './form/response_fields';
import { copyOfRule, initialRule, ruleOf, validateRule } from './form/rule_values';
import { keptSample } from './form/kept_sample';
import { SamplesField } from './form/samples_field';
import { SearchFields } from './form/search_fields';
import { SummarySentence } from './form/summary_sentence';
import { TypePicker } from './form/type_picker';
import { useDescription } from './form/use_description';

/** What the place that the form stands in can ask of it. */
export interface RuleFormHandle {
  /** As the Cancel button: asks when something would be lost. */
  cancel(): void;
}

interface Props {
  /** What a new rule starts with. */
  initial?: RuleDraft;
  /** The stored rule to change. */
  rule?: RuleView;
  /** The stored rule that a new one begins as a copy of. */
  copyOf?: RuleView;
  onSaved(rule: RuleView): void;
  onCancel(): void;
  /** For a narrow place such as a flyout. */
  compact?: boolean;
  handle?: Ref<RuleFormHandle>;
}

/** The form of a rule. It needs nothing of the app but its context, so that it can stand on other pages of the host. */
export function RuleForm(props: Props) {
  const { api } = useSiem();
  const { data, error, reload } = useRequest(
    useCallback((signal: AbortSignal) => api.ruleTypes(signal), [api]),
  );
  if (error) return <RequestError error={error} retry={reload} />;
  return data ? <LoadedForm {...props} types={data.items} /> : <PageLoading />;
}

function LoadedForm({
  types,
  initial,
  rule,
  copyOf,
  onSaved,
  onCancel,
  compact = false,
  handle,
}: Props & { types: RuleTypeDeclaration[] }) {
  const { api, core } = useSiem();
  const typeOf = (id: string) => types.find((type) => type.id === id);
  const form = useForm(
    () => (copyOf ? copyOfRule(copyOf) : initialRule(rule, initial, types[0])),
    (values) => validateRule(values, typeOf(values.type)),
    async (values) => {
      const input = ruleOf(values);
      const saved = rule ? await api.rules.update(rule, input) : await api.rules.create(input);
      announceRule(core, saved);
      onSaved(saved);
    },
  );
  const { values, change } = form;
  const type = typeOf(values.type);
  const scope = useIndexScope(values.index, values.language ?? 'lucene');
  const description = useDescription(values);
  const fields = { values, change, errors: { ...description.errors, ...form.errors } };
  const cancel = () => void form.mayLeave().then((leaves) => leaves && onCancel());
  useImperativeHandle(handle, () => ({ cancel }));
  const fieldsElement = useRef<HTMLDivElement>(null);
  const showFirstMistake = () =>
    fieldsElement.current?.querySelector('.euiFormErrorText')?.scrollIntoView({ block: 'center' });
  const samples = values.samples ?? [];
  const keep = (event: RuleSample['event'], expect: RuleSample['expect']) =>
    change({ samples: [...samples, keptSample(event, expect, samples)] });

  return (
    <SearchScopeProvider value={scope}>
      <SiemForm onSubmit={() => void form.submit().then(showFirstMistake)} testSubject="siemRuleForm">
        {!rule && (
          <>
            <TypePicker
              types={types}
              chosen={values.type}
              onChoose={({ id, fields: declared }) => change({ type: id, params: defaultsOf(declared) })}
            />
            <EuiSpacer size="m" />
          </>
        )}
        <div ref={fieldsElement} className={`siem-ruleForm${compact ? ' siem-ruleForm--compact' : ''}`}>
          <EuiPanel hasShadow={false} paddingSize={compact ? 's' : 'l'}>
            <SearchFields {...fields} />
            {type && <ConditionFields {...fields} type={type} runs={description.runs} />}
            <IdentityFields {...fields} />
            <ResponseFields {...fields} />
            <SamplesField
              samples={samples}
              errors={form.errors}
              onChange={(changed) => change({ samples: changed })}
            />
          </EuiPanel>
          <div className={compact ? undefined : 'siem-sticky'}>
            <SummarySentence summary={description.summary} isStale={!description.isCurrent} />
            <EuiSpacer size="s" />
            <PreviewPanel
              rule={values}
              isWhole={description.summary !== undefined && description.isCurrent}
              problems={description.problems}
              onKeep={keep}
            />
          </div>
        </div>
        <EuiSpacer size="m" />
        <EuiPanel className="siem-formEnd" paddingSize="s">
          <FormButtons form={form} cancel={{ onClick: cancel }} />
        </EuiPanel>
      </SiemForm>
    </SearchScopeProvider>
  );
}
