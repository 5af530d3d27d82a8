import { EuiPanel, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { Suggestions } from './use_suggestions';

interface Props {
  id: string;
  choices: Suggestions['choices'];
  /** The one that the keyboard has come to. */
  active?: number;
  choose(index: number): void;
}

/** The suggestions below an input, which keeps the focus. */
export function SuggestionList({ id, choices, active, choose }: Props) {
  return (
    <EuiPanel paddingSize="none" className="siem-suggestions">
      <ul
        id={id}
        role="listbox"
        aria-label={i18n.translate('awsSiem.query.suggestions', { defaultMessage: 'Suggestions' })}
        data-test-subj="siemSuggestions"
      >
        {choices.map(({ text, note }, index) => (
          <li
            key={text}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(index);
            }}
          >
            <EuiText size="xs">
              <code>{text}</code>
            </EuiText>
            <EuiText size="xs" color="subdued">
              {note}
            </EuiText>
          </li>
        ))}
      </ul>
    </EuiPanel>
  );
}
