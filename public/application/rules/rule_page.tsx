import { EuiCallOut, EuiPanel, EuiSpacer, prettyDuration } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback, useState } from 'react';
import { useHistory, useLocation, useParams } from 'react-router-dom';
import { readRuleDraft, type RuleDraft } from '../../../common/rule_draft';
import { PageHeader } from '../../components/page_header';
import { PageLoading, RequestError } from '../../components/page_states';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { RuleForm } from './rule_form';

/** A new rule, perhaps begun in Discover, or one that is there. */
export function RulePage() {
  const { api } = useSiem();
  const history = useHistory();
  const { search } = useLocation();
  const { id } = useParams<{ id: string }>();
  const isNew = id === 'new';
  // Read once: what was typed since must survive whatever happens to the URL.
  const [draft] = useState(() => (isNew ? readRuleDraft(search) : undefined));
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [types, rule] = await Promise.all([
        api.ruleTypes(signal),
        isNew ? undefined : api.rules.get(id, signal),
      ]);
      return { types: types.items, rule };
    },
    [api, id, isNew],
  );
  const { data, error, reload } = useRequest(load);
  return (
    <>
      <PageHeader
        title={
          data?.rule?.name ??
          (isNew
            ? i18n.translate('awsSiem.rule.new', { defaultMessage: 'Create a rule' })
            : i18n.translate('awsSiem.rule.title', { defaultMessage: 'Rule' }))
        }
        description={data?.rule?.summary}
        parent={{
          title: i18n.translate('awsSiem.rule.parent', { defaultMessage: 'Rules' }),
          path: '/rules',
        }}
      />
      {isNew && draft && <DraftOrigin draft={draft} />}
      {error && <RequestError error={error} retry={reload} />}
      {!data && !error && <PageLoading />}
      {data && (
        <EuiPanel hasShadow={false} paddingSize="l" style={{ maxWidth: 960 }}>
          <RuleForm
            // By what was loaded, not by the URL, so that a form never holds the values of another rule.
            key={data.rule?.id ?? 'new'}
            types={data.types}
            rule={data.rule}
            draft={draft}
            onSaved={() => history.push('/rules')}
          />
        </EuiPanel>
      )}
    </>
  );
}

function DraftOrigin({ draft: { indexPattern, time } }: { draft: RuleDraft }) {
  const { core } = useSiem();
  const format = core.uiSettings.get('dateFormat', 'MMM D, YYYY @ HH:mm:ss.SSS');
  return (
    <>
      <EuiCallOut
        size="s"
        iconType="discoverApp"
        title={i18n.translate('awsSiem.rule.fromDiscover', {
          defaultMessage: 'Begun in Discover: the search over {pattern}, {period}',
          values: { pattern: indexPattern.title, period: prettyDuration(time.from, time.to, [], format) },
        })}
        data-test-subj="siemRuleFromDiscover"
      >
        <p>
          {i18n.translate('awsSiem.rule.fromDiscoverHelp', {
            defaultMessage:
              'Query and filters are taken over. The rule looks at each window of its own length, not at that period.',
          })}
        </p>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
