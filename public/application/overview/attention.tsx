import { EuiCallOut, EuiLink, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { OverviewResponse } from '../../../common/api';
import { subjectLabel, subjectPath } from '../../components/health_subject';
import { useLinkTo } from '../../components/use_link_to';

type Item = OverviewResponse['attention'][number];

const SHOWN = 5;

/** What a person should see first: what fails, what went quiet, what is late. */
export function Attention({ items }: { items: Item[] }) {
  const linkTo = useLinkTo();
  if (items.length === 0) return null;
  const rest = items.length - SHOWN;
  return (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        title={i18n.translate('awsSiem.attention.title', {
          defaultMessage: '{count, plural, one {# thing needs} other {# things need}} your attention',
          values: { count: items.length },
        })}
        data-test-subj="siemAttention"
      >
        <ul className="siem-inText">
          {items.slice(0, SHOWN).map(({ kind, id, name, message }) => (
            <li key={`${kind}-${id}`}>
              <EuiLink color="text" {...linkTo(subjectPath({ kind, id }))}>
                {subjectLabel({ kind, name })}
              </EuiLink>
              {': '}
              {message}
            </li>
          ))}
          {rest > 0 && (
            <li>
              <FormattedMessage
                id="awsSiem.attention.more"
                defaultMessage="and {rest} more on the page Health"
                values={{ rest }}
              />
            </li>
          )}
        </ul>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
