import type { ListKind } from '../../../common/list';
import { defaultsOf, type Field } from '../../../common/field';
import { listsOfRule } from './list_use';
import { checkValue } from './list_values';

const SHA1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';

test.each<[ListKind, string, string]>([
  ['ip', '203.0.113.9', '203.0.113.9'],
  ['ip', '2001:DB8:0:0::1', '2001:db8::1'],
  ['ip', '[2001:db8::1]', '2001:db8::1'],
  ['ip', '10.1.2.3/8', '10.0.0.0/8'],
  ['ip', '203.0.113.9/32', '203.0.113.9'],
  ['ip', '2001:db8::1/32', '2001:db8::/32'],
  ['domain', 'Evil.Example.', 'evil.example'],
  ['domain', '*.evil.example', 'evil.example'],
  ['domain', 'xn--80ak6aa92e.com', 'xn--80ak6aa92e.com'],
  ['hash', SHA1.toUpperCase(), SHA1],
  ['text', 'any thing, really', 'any thing, really'],
])('%s takes %s as %s', (kind, text, value) => {
  expect(checkValue(kind, text)).toEqual({ value });
});

test.each<[ListKind, string]>([
  ['ip', '010.0.0.1'],
  ['ip', '10.0.0'],
  ['ip', '10.0.0.0/33'],
  ['ip', '::1/129'],
  ['ip', 'evil.example'],
  ['domain', 'localhost'],
  ['domain', '203.0.113.9'],
  ['domain', 'evil .example'],
  ['domain', '-evil.example'],
  ['hash', SHA1.slice(1)],
  ['hash', 'g'.repeat(32)],
  ['text', 'a\tb'],
])('%s refuses %s', (kind, text) => {
  expect(checkValue(kind, text)).toHaveProperty('problem');
});

test('a rule uses the lists its queries mention and its parameters name', () => {
  const fields: Field[] = [
    { name: 'lists', label: 'Lists', type: 'value_lists', kinds: ['ip'], maxItems: 5 },
    { name: 'groupBy', label: 'Group by', type: 'event_fields', maxItems: 5 },
    {
      name: 'steps',
      label: 'Steps',
      type: 'rows',
      fields: [{ name: 'query', label: 'Query', type: 'query' }],
      rowLabel: 'step',
      minItems: 0,
      maxItems: 5,
    },
  ];
  const params = {
    ...defaultsOf(fields),
    lists: ['bad-ips'],
    groupBy: ['message'],
    steps: [{ query: 'source.ip:"@vpn_exits"' }],
  };
  expect([...listsOfRule({ query: 'NOT source.ip:"@office"', params }, fields)].sort()).toEqual([
    'bad-ips',
    'office',
    'vpn_exits',
  ]);
});
