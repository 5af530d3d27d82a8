import { EuiCallOut, EuiHealth, EuiLink, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { AttentionItem, SourceState } from '../../../common/overview';
import { subjectLabel, subjectPath } from '../../components/health_subject';
import { TitledPanel } from '../../components/titled_panel';
import { useLinkTo } from '../../components/use_link_to';
import { formatDuration, lagOf } from '../../services/format';

const ITEMS = 4;
const SOURCES = 9;

interface Props {
  attention: AttentionItem[];
  sources: SourceState[];
}

/** What we may not see: sources, rules and channels that fail, are late or went quiet; and how fresh each source is. */
export function BlindPanel({ attention, sources }: Props) {
  const linkTo = useLinkTo();
  const ofSources = attention.filter(({ kind }) => kind === 'source');
  const troubled = new Set(ofSources.map(({ id }) => id));
  const working = sources.filter(({ id }) => !troubled.has(id)).length;
  // The troubled and the stale come first: an hour of silence is what people look for here.
  const ordered = [...sources].sort(
    (a, b) =>
      Number(troubled.has(b.id)) - Number(troubled.has(a.id)) ||
      (a.newestEventAt ?? '').localeCompare(b.newestEventAt ?? ''),
  );
  return (
    <TitledPanel
      title={i18n.translate('awsSiem.blind.title', { defaultMessage: 'Is anything blind?' })}
      note={i18n.translate('awsSiem.blind.working', {
        defaultMessage: '{working} of {total} sources deliver',
        values: { working, total: sources.length },
      })}
      actions={
        <EuiText size="s">
          <EuiLink {...linkTo('/health')}>
            <FormattedMessage id="awsSiem.blind.health" defaultMessage="Health" />
          </EuiLink>
        </EuiText>
      }
      className="siem-topPanel"
      testSubject="siemAttention"
    >
      {attention.length === 0 ? (
        <EuiCallOut
          size="s"
          color="success"
          iconType="check"
          title={i18n.translate('awsSiem.blind.nothing', {
            defaultMessage: 'Nothing known to be: sources, rules and channels work',
          })}
        />
      ) : (
        <AttentionList items={attention} />
      )}
      <EuiSpacer size="s" />
      <ul className="siem-sourceList">
        {ordered.slice(0, SOURCES).map((source) => (
          <SourceLine
            key={source.id}
            source={source}
            troubles={ofSources.filter(({ id }) => id === source.id)}
          />
        ))}
      </ul>
      {sources.length === 0 && (
        <EuiText size="s" color="subdued">
          <FormattedMessage
            id="awsSiem.blind.noSources"
            defaultMessage="No source brings logs in. Add one on the page Sources."
          />
        </EuiText>
      )}
      {sources.length > SOURCES && (
        <EuiText size="xs">
          <EuiLink {...linkTo('/sources')}>
            <FormattedMessage
              id="awsSiem.blind.allSources"
              defaultMessage="All {count} sources"
              values={{ count: sources.length }}
            />
          </EuiLink>
        </EuiText>
      )}
    </TitledPanel>
  );
}

function AttentionList({ items }: { items: AttentionItem[] }) {
  const linkTo = useLinkTo();
  return (
    <ul className="siem-attention">
      {items.slice(0, ITEMS).map(({ kind, id, name, message, severity, advice, since }, index) => (
        <li key={`${kind}-${id}-${index}`}>
          <EuiHealth color={colorOf([{ severity }])}>
            <EuiLink color="text" {...linkTo(subjectPath({ kind, id }))}>
              <strong>{subjectLabel({ kind, name })}</strong>
            </EuiLink>
          </EuiHealth>
          <EuiText size="xs" className="siem-clamp" title={advice ? `${message} ${advice}` : message}>
            {message}
            {since !== undefined && (
              <span>
                {' '}
                {i18n.translate('awsSiem.blind.since', {
                  defaultMessage: 'For {duration}.',
                  values: { duration: formatDuration(Date.now() - Date.parse(since)) },
                })}
              </span>
            )}
          </EuiText>
        </li>
      ))}
      {items.length > ITEMS && (
        <li>
          <EuiText size="xs">
            <EuiLink {...linkTo('/health')}>
              <FormattedMessage
                id="awsSiem.blind.more"
                defaultMessage="and {rest} more"
                values={{ rest: items.length - ITEMS }}
              />
            </EuiLink>
          </EuiText>
        </li>
      )}
    </ul>
  );
}

/** Of the worst of them; none where there are none. */
function colorOf(items: ReadonlyArray<Pick<AttentionItem, 'severity'>>): 'danger' | 'warning' | undefined {
  if (items.length === 0) return undefined;
  return items.some(({ severity }) => severity === 'critical') ? 'danger' : 'warning';
}

function SourceLine({ source, troubles }: { source: SourceState; troubles: AttentionItem[] }) {
  const linkTo = useLinkTo();
  const { id, name, state, newestEventAt } = source;
  const lag = lagOf(newestEventAt);
  const isOff = state === 'paused';
  return (
    <li data-test-subj={`siemSource-${id}`}>
      <EuiHealth color={colorOf(troubles) ?? (isOff || lag === undefined ? 'subdued' : 'success')}>
        <EuiLink color="text" {...linkTo(`/sources/${encodeURIComponent(id)}`)}>
          {name}
        </EuiLink>
      </EuiHealth>
      <EuiText size="xs" color="subdued" className="siem-nowrap siem-number">
        {isOff
          ? i18n.translate('awsSiem.blind.paused', { defaultMessage: 'paused' })
          : lag === undefined
            ? i18n.translate('awsSiem.blind.never', { defaultMessage: 'no event yet' })
            : i18n.translate('awsSiem.blind.lag', {
                defaultMessage: 'newest event {lag} ago',
                values: { lag: formatDuration(lag).split(' ')[0] },
              })}
      </EuiText>
    </li>
  );
}
