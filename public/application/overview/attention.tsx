import { EuiCallOut, EuiLink, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { OverviewResponse } from '../../../common/api';
import { useLinkTo } from '../../components/use_link_to';

type Item = OverviewResponse['attention'][number];

const SHOWN = 5;
const PATHS = { source: '/sources', rule: '/rules', channel: '/channels' } as const;

/** What a person should see first: sources, rules and channels that fail or went quiet. */
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
              <EuiLink color="text" {...linkTo(`${PATHS[kind]}/${encodeURIComponent(id)}`)}>
                {kindLabel(kind)} {name}
              </EuiLink>
              {': '}
              {message}
            </li>
          ))}
          {rest > 0 && (
            <li>
              <FormattedMessage
                id="awsSiem.attention.more"
                defaultMessage="and {rest} more on the pages of sources, rules and channels"
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

function kindLabel(kind: Item['kind']): string {
  switch (kind) {
    case 'source':
      return i18n.translate('awsSiem.attention.source', { defaultMessage: 'Source' });
    case 'rule':
      return i18n.translate('awsSiem.attention.rule', { defaultMessage: 'Rule' });
    case 'channel':
      return i18n.translate('awsSiem.attention.channel', { defaultMessage: 'Channel' });
  }
}
