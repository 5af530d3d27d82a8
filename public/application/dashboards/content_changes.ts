import type { ContentItem, ContentResponse } from '../../../common/content';

export type Change = 'install' | 'uninstall';

/** What a change will do with the shipped objects. */
export interface Outcome {
  created: ContentItem[];
  updated: ContentItem[];
  removed: ContentItem[];
  /** Edited by somebody, and left as they are. */
  kept: ContentItem[];
  /** Needed by something that is not ours, and left where they are. */
  needed: ContentItem[];
  unchanged: ContentItem[];
}

/** @param edited also replace, or remove, what was edited */
export function outcomeOf({ items }: ContentResponse, change: Change, edited: boolean): Outcome {
  const of = (...states: Array<ContentItem['state']>) => items.filter(({ state }) => states.includes(state));
  const nothing = { created: [], updated: [], removed: [], kept: [], needed: [], unchanged: [] };
  const touched = edited ? of('edited') : [];
  const kept = edited ? [] : of('edited');
  if (change === 'install') {
    return {
      ...nothing,
      created: of('new'),
      updated: [...of('outdated'), ...touched],
      kept,
      unchanged: of('unchanged'),
    };
  }
  const going = [...of('unchanged', 'outdated'), ...touched];
  return {
    ...nothing,
    removed: going.filter(({ needed }) => !needed),
    needed: going.filter(({ needed }) => needed),
    kept,
  };
}

/** What there is to do: all of it, some that is new or outdated, only what was edited, or nothing. */
export function statusOf({ items }: ContentResponse): 'absent' | 'outdated' | 'edited' | 'current' {
  const has = (...states: Array<ContentItem['state']>) => items.some(({ state }) => states.includes(state));
  if (!has('unchanged', 'outdated', 'edited')) return 'absent';
  if (has('new', 'outdated')) return 'outdated';
  return has('edited') ? 'edited' : 'current';
}
