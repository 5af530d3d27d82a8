import { useCallback } from 'react';
import { useSiem } from '../../application/siem_context';
import { useDebounced } from '../../services/use_debounced';
import { useRequest } from '../../services/use_request';
import { type Completion, completionAt } from './completion';
import { type SearchScope, useSearchScope } from './search_scope';

const MOST = 50;

export interface Suggestions {
  completion: Completion;
  /** What each replaces the completed part with, and a word about it. */
  choices: Array<{ text: string; note?: string }>;
}

/** What can be chosen at the caret of a query; nothing without a caret. */
export function useSuggestions(text: string, caret: number | undefined): Suggestions | undefined {
  const { api } = useSiem();
  const scope = useSearchScope();
  const completion = caret === undefined ? undefined : completionAt(text, caret);
  const asked = useDebounced(completion?.kind === 'value' ? JSON.stringify(completion) : '', 250);
  const { title: pattern, timeField } = scope.index;
  const { fields } = scope;
  const load = useCallback(
    async (signal: AbortSignal) => {
      const { field, typed } = JSON.parse(asked) as Completion & { field: string };
      const fieldType = fields.find(({ name }) => name === field)?.type;
      const { values } = await api.fieldValues(
        { pattern, field, timeField, ...(typed && { start: typed }), ...(fieldType && { fieldType }) },
        signal,
      );
      return { field, values: values.map(({ value }) => value) };
    },
    [api, asked, pattern, timeField, fields],
  );
  const askedField = asked && (JSON.parse(asked) as { field: string }).field;
  const isKnown = fields.some(({ name, aggregatable }) => name === askedField && aggregatable);
  const { data } = useRequest(isKnown ? load : undefined);
  if (!completion) return undefined;
  const known = completion.kind === 'value' && data?.field === completion.field && isKnown ? data.values : [];
  return { completion, choices: choicesOf(completion, scope, known) };
}

function choicesOf(completion: Completion, scope: SearchScope, values: string[]): Suggestions['choices'] {
  const typed = completion.typed.toLowerCase();
  const fits = ({ text }: { text: string }) =>
    text.toLowerCase().includes(typed) && text !== completion.typed;
  switch (completion.kind) {
    case 'field':
      return byBeginning(
        scope.fields.map(({ name, type }) => ({ text: name, note: type })).filter(fits),
        typed,
      );
    case 'list':
      return scope.lists.map(({ name, kind }) => ({ text: name, note: kind })).filter(fits);
    case 'value':
      return values.map((text) => ({ text })).filter(fits);
  }
}

/** Those that begin with what is typed come first. */
function byBeginning(choices: Suggestions['choices'], typed: string): Suggestions['choices'] {
  const begins = ({ text }: { text: string }) => (text.toLowerCase().startsWith(typed) ? 0 : 1);
  return choices.sort((a, b) => begins(a) - begins(b) || a.text.localeCompare(b.text)).slice(0, MOST);
}
