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

/** What the page offers: everything is there and as it is shipped, or some is new or outdated, or nothing is there yet. */
export function statusOf({ items }: ContentResponse): 'absent' | 'outdated' | 'current' {
  if (items.every(({ state }) => state === 'new')) return 'absent';
  return items.some(({ state }) => state === 'new' || state === 'outdated') ? 'outdated' : 'current';
}
