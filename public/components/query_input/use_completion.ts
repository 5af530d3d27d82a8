import { type KeyboardEvent, type RefObject, useState } from 'react';
import { complete } from './completion';
import { useSearchScope } from './search_scope';
import { type Suggestions, useSuggestions } from './use_suggestions';

interface Completing {
  /** Empty while none are wanted, and where there are none. */
  choices: Suggestions['choices'];
  /** The one that the keyboard has come to; at first none, so that Enter does what it does without suggestions. */
  active?: number;
  choose(index: number): void;
  /** Offers what fits at the caret. */
  offer(caret: number): void;
  close(): void;
  /** Prevents the default of keys that go through the suggestions. */
  onKeyDown(event: KeyboardEvent): void;
}

/** Suggestions for a query while it is typed. */
export function useCompletion(
  value: string,
  onChange: (value: string) => void,
  area: RefObject<HTMLTextAreaElement>,
): Completing {
  const { language } = useSearchScope();
  /** Undefined while no suggestions are wanted. */
  const [caret, setCaret] = useState<number>();
  const [active, setActive] = useState<number>();
  const suggestions = useSuggestions(value, caret);
  const choices = suggestions?.choices ?? [];
  const count = choices.length;

  const offer = (at?: number) => {
    setCaret(at);
    setActive(undefined);
  };
  const choose = (index: number) => {
    const choice = choices[index];
    if (!suggestions || !choice) return;
    const done = complete(value, suggestions.completion, choice.text, language);
    onChange(done.text);
    offer(suggestions.completion.kind === 'field' ? done.caret : undefined);
    // Once the new text is in the input.
    window.requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(done.caret, done.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (count === 0) return;
    if (event.key === 'Escape') {
      // A flyout around us stays open.
      event.stopPropagation();
      offer(undefined);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const isDown = event.key === 'ArrowDown';
      const from = active ?? (isDown ? -1 : count);
      setActive((from + (isDown ? 1 : count - 1)) % count);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && active !== undefined) {
      event.preventDefault();
      choose(active);
    }
  };
  return { choices, active, choose, offer, close: () => offer(undefined), onKeyDown };
}
