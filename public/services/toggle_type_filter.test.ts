import { hasTypeFilter, toggleTypeFilter } from './toggle_type_filter';

describe('toggleTypeFilter', () => {
  it.each(['', 'a:1', 'a:1 OR b:2', '(a:1) OR (b:2)', '(a:1)'])('is undone by itself on "%s"', (query) => {
    const narrowed = toggleTypeFilter(query, 'vpcflow');
    expect(hasTypeFilter(narrowed, 'vpcflow')).toBe(true);
    expect(hasTypeFilter(narrowed, 'elblogs')).toBe(false);
    expect(toggleTypeFilter(narrowed, 'vpcflow')).toBe(query);
  });

  it('keeps what OR binds together', () => {
    expect(toggleTypeFilter('a:1 OR b:2', 'vpcflow')).toBe('(a:1 OR b:2) AND type:vpcflow');
  });

  it('takes back a filter that was typed without brackets', () => {
    expect(toggleTypeFilter('(a:1) OR (b:2) AND type:vpcflow', 'vpcflow')).toBe('(a:1) OR (b:2)');
  });
});
