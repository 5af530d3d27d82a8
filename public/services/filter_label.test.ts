import { filterLabel } from './filter_label';

// The host's module is in no package registry; unit tests see the default messages.
jest.mock(
  '@osd/i18n',
  () => ({
    i18n: {
      translate: (
        _id: string,
        { defaultMessage, values = {} }: { defaultMessage: string; values?: Record<string, string> },
      ) => defaultMessage.replace(/\{(\w+)\}/g, (_match, name: string) => values[name] ?? ''),
    },
  }),
  { virtual: true },
);

describe('filterLabel', () => {
  it.each([
    ['the name people gave it', { alias: 'Not us', key: 'a' }, 'Not us'],
    [
      'a phrase',
      { key: 'source.ip', type: 'phrase', params: { query: '192.0.2.1' } },
      'source.ip: 192.0.2.1',
    ],
    ['one of several', { key: 'a', type: 'phrases', params: ['x', 'y'] }, 'a: x, y'],
    ['a range', { key: 'bytes', type: 'range', value: '1 to 2', params: { gte: 1 } }, 'bytes: 1 to 2'],
    ['a field that is there', { key: 'user.name', type: 'exists', value: 'exists' }, 'user.name: exists'],
    ['a negation', { key: 'a', negate: true, params: { query: 'x' } }, 'NOT a: x'],
    ['one that is off', { key: 'a', disabled: true, params: { query: 'x' } }, 'a: x (off)'],
  ])('says %s', (_case, meta, label) => {
    expect(filterLabel({ meta })).toBe(label);
  });

  it('shows query DSL where there is nothing else', () => {
    expect(filterLabel({ query: { match_all: {} } })).toBe('query: {"match_all":{}}');
  });
});
