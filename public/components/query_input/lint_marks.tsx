import { EuiIcon, EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { LintProblem } from '../../../common/rule_lint';

/** Characters shown of a query at the place that is meant. */
const SHOWN = 28;

interface Props {
  query: string;
  problems: LintProblem[];
  /** Puts the caret to a place of the query, from 0. */
  goTo(at: number): void;
}

/** What is wrong with a query, each with its place, which a click leads to. */
export function LintMarks({ query, problems, goTo }: Props) {
  return (
    <div role="status" className="siem-lint" data-test-subj="siemLint">
      <ul>
        {problems.map(({ severity, code, message, at }) => (
          <li key={`${code}-${at}`}>
            <EuiText size="xs">
              <EuiIcon
                type="alert"
                size="s"
                color={severity === 'error' ? 'danger' : 'warning'}
                title={severity === 'error' ? ERROR : WARNING}
              />{' '}
              <EuiLink
                className="siem-lintPlace"
                onClick={() => goTo(at)}
                title={i18n.translate('awsSiem.lint.goTo', {
                  defaultMessage: 'Go to character {place}',
                  values: { place: at + 1 },
                })}
              >
                <code>{excerpt(query, at)}</code>
              </EuiLink>{' '}
              {message}
            </EuiText>
          </li>
        ))}
      </ul>
    </div>
  );
}

const ERROR = i18n.translate('awsSiem.lint.error', { defaultMessage: 'Mistake' });
const WARNING = i18n.translate('awsSiem.lint.warning', { defaultMessage: 'Warning' });

function excerpt(query: string, at: number): string {
  const rest = query.slice(at).trim();
  if (rest === '') return i18n.translate('awsSiem.lint.end', { defaultMessage: 'at the end' });
  // An operator alone says little.
  const word = /^(?:(?:and|or|not)\s+)*(?:"[^"]*"?|\S+)/i.exec(rest)?.[0] ?? rest;
  return word.length > SHOWN ? `${word.slice(0, SHOWN)}…` : word;
}
