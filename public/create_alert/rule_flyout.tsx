import {
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutHeader,
  EuiLink,
  EuiSpacer,
  EuiText,
  EuiTitle,
  prettyDuration,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback, useRef } from 'react';
import { APP_ID } from '../../common/plugin';
import { ruleDraftPath, type RuleDraft } from '../../common/rule_draft';
import { RuleForm, type RuleFormHandle } from '../application/rules/rule_form';
import { SiemProvider, type Host } from '../application/siem_context';
import { RequestError } from '../components/page_states';
import { useRequest } from '../services/use_request';

interface Props {
  host: Host;
  draft: RuleDraft;
  close(): void;
}

/** The rule form beside the page that it was opened from. Closing asks when something would be lost. */
export function RuleFlyout({ host, draft, close }: Props) {
  const { api, core } = host;
  const form = useRef<RuleFormHandle>(null);
  const {
    data: status,
    error,
    reload,
  } = useRequest(useCallback((signal: AbortSignal) => api.status(signal), [api]));
  return (
    <SiemProvider value={{ ...host, status, canWrite: status?.canWrite ?? false, reloadStatus: reload }}>
      <EuiFlyout
        size="l"
        ownFocus
        // Before the form is there, nothing was typed.
        onClose={() => (form.current ? form.current.cancel() : close())}
        aria-labelledby="siemRuleFlyoutTitle"
        data-test-subj="siemRuleFlyout"
      >
        <EuiFlyoutHeader hasBorder>
          <EuiTitle size="m">
            <h2 id="siemRuleFlyoutTitle">
              {i18n.translate('awsSiem.createAlert.title', { defaultMessage: 'Create alert' })}
            </h2>
          </EuiTitle>
          <EuiSpacer size="xs" />
          <EuiText size="s" color="subdued">
            <p className="siem-inText" data-test-subj="siemRuleFlyoutOrigin">
              {origin(host, draft)}{' '}
              <EuiLink href={core.application.getUrlForApp(APP_ID, { path: ruleDraftPath(draft) })}>
                {i18n.translate('awsSiem.createAlert.ownPage', {
                  defaultMessage: 'Open on a page of its own',
                })}
              </EuiLink>
            </p>
          </EuiText>
        </EuiFlyoutHeader>
        <EuiFlyoutBody>
          {error && <RequestError error={error} retry={reload} />}
          <RuleForm compact initial={draft} onSaved={close} onCancel={close} handle={form} />
        </EuiFlyoutBody>
      </EuiFlyout>
    </SiemProvider>
  );
}

function origin({ core }: Host, { indexPattern, time }: RuleDraft): string {
  const format = core.uiSettings.get('dateFormat', 'MMM D, YYYY @ HH:mm:ss.SSS');
  return i18n.translate('awsSiem.createAlert.origin', {
    defaultMessage:
      'Begun with the search over {pattern}, {period}. The rule looks at each window of its own length from now on, not at that period.',
    values: { pattern: indexPattern.title, period: prettyDuration(time.from, time.to, [], format) },
  });
}
