import { EuiFormControlLayout, EuiTextArea, htmlIdGenerator } from '@elastic/eui';
import React, { useLayoutEffect, useRef, useState } from 'react';
import { LintMarks } from './lint_marks';
import { SuggestionList } from './suggestion_list';
import { useCompletion } from './use_completion';
import { useLint } from './use_lint';

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
  /** Makes it a search box, which is as high as its text: called by Enter, and with an empty text when it is cleared. */
  onSearch?(value: string): void;
  testSubject: string;
}

/** A query with suggestions for fields, values and lists while it is typed, and marks where something is wrong or doubtful. */
export function QueryInput({ value, onChange, onSearch, ...props }: Props) {
  const area = useRef<HTMLTextAreaElement | null>(null);
  const [listId] = useState(htmlIdGenerator('siemSuggestions'));
  const { choices, active, ...completion } = useCompletion(value, onChange, area);
  const isOpen = choices.length > 0;
  const problems = useLint(value);
  const isSearch = onSearch !== undefined;
  useLayoutEffect(() => {
    if (!isSearch || !area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${area.current.scrollHeight}px`;
  }, [isSearch, value]);

  const clear = () => {
    onChange('');
    onSearch?.('');
    area.current?.focus();
  };
  const input = (
    <EuiTextArea
      id={props.id}
      fullWidth
      compressed={!isSearch}
      resize={isSearch ? 'none' : 'vertical'}
      rows={props.rows ?? (isSearch ? 1 : 2)}
      inputRef={(element: HTMLTextAreaElement | null) => {
        area.current = element;
      }}
      className={`siem-code${isSearch ? ' siem-searchText' : ''}`}
      value={value}
      placeholder={props.placeholder}
      isInvalid={props.isInvalid || problems.some(({ severity }) => severity === 'error')}
      disabled={props.disabled}
      aria-label={props.label}
      role="combobox"
      aria-autocomplete="list"
      aria-expanded={isOpen}
      aria-controls={isOpen ? listId : undefined}
      aria-activedescendant={isOpen && active !== undefined ? `${listId}-${active}` : undefined}
      spellCheck={false}
      onChange={(event) => {
        onChange(event.target.value);
        completion.offer(event.target.selectionStart);
      }}
      onKeyDown={(event) => {
        completion.onKeyDown(event);
        if (event.key !== 'Enter' || event.shiftKey || event.defaultPrevented || !onSearch) return;
        event.preventDefault();
        completion.close();
        onSearch(value);
      }}
      onBlur={completion.close}
      data-test-subj={props.testSubject}
    />
  );
  return (
    <div className="siem-query">
      {isSearch ? (
        <EuiFormControlLayout
          fullWidth
          className="siem-searchBox"
          icon="search"
          clear={value === '' ? undefined : { onClick: clear }}
        >
          {input}
        </EuiFormControlLayout>
      ) : (
        input
      )}
      {isOpen && <SuggestionList id={listId} choices={choices} active={active} choose={completion.choose} />}
      {/* Not below the suggestions: what is half typed is often no query yet. */}
      {problems.length > 0 && !isOpen && (
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
