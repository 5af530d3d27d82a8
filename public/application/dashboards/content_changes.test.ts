import type { ContentItem, ContentResponse, ContentState } from '../../../common/content';
import { outcomeOf, statusOf } from './content_changes';

const item = (id: string, state: ContentState, needed = false): ContentItem => ({
  type: 'dashboard',
  id,
  title: id,
  state,
  needed,
});
const content = (...items: ContentItem[]): ContentResponse => ({ version: 1, dashboards: [], items });
const idsOf = (outcome: object) =>
  Object.fromEntries(
    Object.entries(outcome)
      .map(([name, items]) => [name, (items as ContentItem[]).map(({ id }) => id)] as const)
      .filter(([, ids]) => ids.length > 0),
  );

const MIXED = content(
  item('a', 'new'),
  item('b', 'outdated'),
  item('c', 'unchanged'),
  item('d', 'edited'),
  item('e', 'unchanged', true),
);

describe('what a change will do', () => {
  it.each([
    ['install', false, { created: ['a'], updated: ['b'], kept: ['d'], unchanged: ['c', 'e'] }],
    ['install', true, { created: ['a'], updated: ['b', 'd'], unchanged: ['c', 'e'] }],
    ['uninstall', false, { removed: ['c', 'b'], needed: ['e'], kept: ['d'] }],
    ['uninstall', true, { removed: ['c', 'b', 'd'], needed: ['e'] }],
  ] as const)('%s, edited ones too: %s', (change, edited, expected) => {
    const sorted = (lists: Record<string, readonly string[]>) =>
      Object.fromEntries(Object.entries(lists).map(([name, ids]) => [name, [...ids].sort()]));
    expect(sorted(idsOf(outcomeOf(MIXED, change, edited)))).toEqual(sorted(expected));
  });

  it.each([
    ['absent', content(item('a', 'new'))],
    ['outdated', content(item('a', 'new'), item('b', 'unchanged'))],
    ['outdated', content(item('a', 'outdated'))],
    ['edited', content(item('a', 'unchanged'), item('b', 'edited'))],
    ['current', content(item('a', 'unchanged'))],
  ] as const)('is told to be %s', (status, of) => {
    expect(statusOf(of)).toBe(status);
  });
});
