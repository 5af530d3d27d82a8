import { EuiCallOut, EuiSpacer, prettyDuration } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback, useState } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import { readRuleDraft, type RuleDraft } from '../../../common/rule_draft';
import { ItemPage } from '../../components/item_page';
import { PageLoading, RequestError } from '../../components/page_states';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { RuleForm } from './rule_form';

const TITLES = {
  create: i18n.translate('awsSiem.rule.new', { defaultMessage: 'Create a rule' }),
  item: i18n.translate('awsSiem.rule.title', { defaultMessage: 'Rule' }),
  list: i18n.translate('awsSiem.rule.parent', { defaultMessage: 'Rules' }),
};

/** The form loads them itself. */
const NO_TYPES = async () => ({ items: [] });

/** A new rule, perhaps begun in Discover or as a copy of another one, or one that is there. */
export function RulePage() {
  const { api } = useSiem();
  const { search } = useLocation();
  const { id } = useParams<{ id: string }>();
  // Read once: what was typed since must survive whatever happens to the URL.
  const [draft] = useState(() => (id === 'new' ? readRuleDraft(search) : undefined));
  const cloned = id === 'new' ? new URLSearchParams(search).get('clone') : null;
  const loadCopy = useCallback((signal: AbortSignal) => api.rules.get(cloned ?? '', signal), [api, cloned]);
  const copy = useRequest(cloned ? loadCopy : undefined);
  return (
    <ItemPage
      titles={TITLES}
      path="/rules"
      loadTypes={NO_TYPES}
      loadItem={api.rules.get}
      note={draft && <DraftOrigin draft={draft} />}
    >
      {({ item, done }) => {
        if (copy.error) return <RequestError error={copy.error} retry={copy.reload} />;
        if (cloned && !copy.data) return <PageLoading />;
        return <RuleForm initial={draft} rule={item} copyOf={copy.data} onSaved={done} onCancel={done} />;
      }}
    </ItemPage>
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
