import { EuiCallOut, EuiLink, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { HealthIssue } from '../../common/health';
import { formatDuration } from '../services/format';
import { subjectLabel, subjectPath } from './health_subject';
import { useLinkTo } from './use_link_to';

/** What is wrong at this moment: what, since when, what to do. `linked` leads to what it is about. */
export function HealthIssues({ issues, linked = false }: { issues: HealthIssue[]; linked?: boolean }) {
  const linkTo = useLinkTo();
  return (
    <div data-test-subj="siemIssues">
      {issues.map(({ id, kind, severity, subject, message, advice, since }) => (
        <div key={id} data-test-subj={`siemIssue-${kind}`}>
          <EuiCallOut
            size="s"
            color={severity === 'critical' ? 'danger' : 'warning'}
            iconType="alert"
            title={
              <span>
                {linked && (
                  <span className="siem-inText">
                    {subject.kind === 'node' || subject.kind === 'opensearch' ? (
                      subjectLabel(subject)
                    ) : (
                      <EuiLink color="text" {...linkTo(subjectPath(subject))}>
                        {subjectLabel(subject)}
                      </EuiLink>
                    )}
                    {': '}
                  </span>
                )}
                {message}
              </span>
            }
          >
            <EuiText size="s">
              <p>
                {advice}{' '}
                <span className="siem-nowrap" title={since}>
                  {i18n.translate('awsSiem.issues.since', {
                    defaultMessage: 'For {duration}.',
                    values: { duration: formatDuration(Date.now() - Date.parse(since)) },
                  })}
                </span>
              </p>
            </EuiText>
          </EuiCallOut>
          <EuiSpacer size="s" />
        </div>
      ))}
    </div>
  );
}
