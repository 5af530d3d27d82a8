import { EuiCallOut, EuiLink, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { Fragment, useCallback, useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { useLinkTo } from '../../components/use_link_to';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { rulePath } from './rule_columns';

/** As often as the server judges. */
const AGAIN_MS = 60_000;
const MOST_NAMED = 3;

/** Says on every page which rules have stopped working, except where the page itself does. */
export function StoppedRules() {
  const { api } = useSiem();
  const linkTo = useLinkTo();
  const { pathname } = useLocation();
  const { data, reload } = useRequest(useCallback((signal: AbortSignal) => api.healthIssues(signal), [api]));
  useEffect(() => {
    const timer = setInterval(reload, AGAIN_MS);
    return () => clearInterval(timer);
  }, [reload]);
  const stopped = (data?.items ?? []).filter(({ subject }) => subject.kind === 'rule');
  if (stopped.length === 0 || /^\/(rules|health)(\/|$)/.test(pathname)) return null;
  const named = stopped.slice(0, MOST_NAMED);
  return (
    <>
      <EuiCallOut
        size="s"
        color="danger"
        iconType="alert"
        title={i18n.translate('awsSiem.stoppedRules.title', {
          defaultMessage:
            '{count, plural, one {One rule has} other {# rules have}} stopped working: alerts may be missing',
          values: { count: stopped.length },
        })}
        data-test-subj="siemStoppedRules"
      >
        <p className="siem-inText">
          {named.map(({ id, subject }, place) => (
            <Fragment key={id}>
              {place > 0 && ', '}
              <EuiLink {...linkTo(rulePath(subject.id))}>{subject.name}</EuiLink>
            </Fragment>
          ))}
          {stopped.length > named.length && (
            <>
              {' '}
              <EuiLink {...linkTo('/rules?state=failing,changed_outside')}>
                <FormattedMessage
                  id="awsSiem.stoppedRules.more"
                  defaultMessage="and {more} more"
                  values={{ more: stopped.length - named.length }}
                />
              </EuiLink>
            </>
          )}
        </p>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
