import { EuiPanel, EuiText, EuiTextArea, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useRef, useState } from 'react';
import { complete } from './completion';
import { LintMarks } from './lint_marks';
import { useSearchScope } from './search_scope';
import { useLint } from './use_lint';
import { useSuggestions } from './use_suggestions';

interface Props {
  /** Given by the form row. */
  id?: string;
  label: string;
  value: string;
  placeholder?: string;
  isInvalid?: boolean;
  disabled?: boolean;
  rows?: number;
  onChange(value: string): void;
  testSubject: string;
}

/** A query with suggestions for fields, values and lists while it is typed, and marks where something is wrong or doubtful. */
export function QueryInput(props: Props) {
  const { value, onChange, testSubject } = props;
  const { language } = useSearchScope();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const [listId] = useState(htmlIdGenerator('siemSuggestions'));
  /** Undefined while no suggestions are wanted. */
  const [caret, setCaret] = useState<number>();
  const [active, setActive] = useState(0);
  const suggestions = useSuggestions(value, caret);
  const choices = suggestions?.choices ?? [];
  const isOpen = choices.length > 0;
  const problems = useLint(value);

  const moveTo = (at: number) => {
    // Once the new text is in the input.
    window.requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at, at);
    });
  };
  const choose = (index: number) => {
    const choice = choices[index];
    if (!suggestions || !choice) return;
    const done = complete(value, suggestions.completion, choice.text, language);
    onChange(done.text);
    setCaret(suggestions.completion.kind === 'field' ? done.caret : undefined);
    setActive(0);
    moveTo(done.caret);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      // A flyout around us stays open.
      event.stopPropagation();
      setCaret(undefined);
    } else if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : choices.length - 1)) % choices.length);
    } else if (isOpen && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      event.preventDefault();
      choose(Math.min(active, choices.length - 1));
    }
  };

  return (
    <div className="siem-query">
      <EuiTextArea
        id={props.id}
        fullWidth
        compressed
        resize="vertical"
        rows={props.rows ?? 2}
        inputRef={(element: HTMLTextAreaElement | null) => {
          area.current = element;
        }}
        className="siem-code"
        value={value}
        placeholder={props.placeholder}
        isInvalid={props.isInvalid || problems.some(({ severity }) => severity === 'error')}
        disabled={props.disabled}
        aria-label={props.label}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${active}` : undefined}
        spellCheck={false}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setCaret(undefined)}
        data-test-subj={testSubject}
      />
      {isOpen && (
        <EuiPanel paddingSize="none" className="siem-suggestions">
          <ul
            id={listId}
            role="listbox"
            aria-label={i18n.translate('awsSiem.query.suggestions', { defaultMessage: 'Suggestions' })}
            data-test-subj="siemSuggestions"
          >
            {choices.map(({ text, note }, index) => (
              <li
                key={text}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                ref={
                  index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined
                }
                // The input keeps the focus.
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
      )}
      {problems.length > 0 && (
        <LintMarks
          query={value}
          problems={problems}
          goTo={(at) => {
            area.current?.focus();
            area.current?.setSelectionRange(at, at);
          }}
        />
      )}
    </div>
  );
}
