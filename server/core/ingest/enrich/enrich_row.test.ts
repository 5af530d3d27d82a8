import fc from 'fast-check';
import type { EventField } from '../event_field';
import { Row } from '../row';
import { layoutOf } from '../row_layout';
import { rowEnricher } from './enrich_row';
import type { EnrichmentSources } from './facts';
import { compileIndicators } from './indicators';

const FIELDS: EventField[] = [
  { path: 'source.ip', type: 'ip' },
  { path: 'destination.ip', type: 'ip' },
  { path: 'dns.question.name', type: 'keyword_lower' },
  { path: 'file.hash.md5', type: 'keyword' },
  { path: 'user_agent.original', type: 'keyword_lower' },
];
const MD5 = 'd41d8cd98f00b204e9800998ecf8427e';

const sources: EnrichmentSources = {
  databases: {
    geo: () => ({ countryIsoCode: 'DE', countryName: 'Germany', location: '{"lat":52.5,"lon":13.4}' }),
    as: () => ({ number: 64_500, organization: 'Example' }),
  },
  userAgent: () => ({ name: 'curl', version: '8.1' }),
  indicators: compileIndicators([
    { name: 'bad_ips', kind: 'ip', values: '203.0.113.0/24\n2001:db8::/32' },
    { name: 'more_ips', kind: 'ip', values: '203.0.113.9' },
    { name: 'bad_domains', kind: 'domain', values: 'evil.example' },
    { name: 'bad_files', kind: 'hash', values: MD5 },
    { name: 'words', kind: 'text', values: 'anything' },
  ]),
};

function enriched(
  values: Record<string, string>,
  switches = {},
  fields: readonly EventField[] = FIELDS,
): Record<string, unknown> {
  const layout = layoutOf(fields);
  const row = new Row(layout);
  for (const [path, value] of Object.entries(values)) row.set(layout.slot(path), value);
  rowEnricher({ fields }, switches, sources)?.(row);
  return JSON.parse(row.serialise()) as Record<string, unknown>;
}

test('a public address gets its place and network', () => {
  expect(enriched({ 'source.ip': '198.51.100.7' }).source).toEqual({
    ip: '198.51.100.7',
    geo: { country_iso_code: 'DE', country_name: 'Germany', location: { lat: 52.5, lon: 13.4 } },
    as: { number: 64_500, organization: { name: 'Example' } },
  });
});

test('private addresses never get a place', () => {
  const octet = fc.nat(255);
  const inside = fc.oneof(
    fc.tuple(fc.constant(10), octet, octet, octet),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
    fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
    fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
    fc.tuple(fc.constant(127), octet, octet, octet),
  );
  const address = fc.oneof(
    inside.map((octets) => octets.join('.')),
    inside.map((octets) => `::ffff:${octets.join('.')}`),
    fc.constantFrom('::1', 'fd12:3456::1', 'fe80::1'),
  );
  fc.assert(
    fc.property(address, (ip) => {
      expect(enriched({ 'destination.ip': ip }).destination).toEqual({ ip });
    }),
  );
});

test('what the log says itself stays, and no other place is mixed in', () => {
  const fields: EventField[] = [...FIELDS, { path: 'source.geo.country_iso_code', type: 'keyword' }];
  const event = enriched({ 'source.ip': '198.51.100.7', 'source.geo.country_iso_code': 'FR' }, {}, fields);
  expect(event.source).toMatchObject({ geo: { country_iso_code: 'FR' } });
  expect((event.source as { geo: object }).geo).not.toHaveProperty('country_name');
});

test('values of indicator lists are marked with the lists that hold them', () => {
  expect(
    enriched({
      'source.ip': '203.0.113.9',
      'destination.ip': '2001:db8::5',
      'dns.question.name': 'cdn.EVIL.example.',
      'file.hash.md5': MD5.toUpperCase(),
    }),
  ).toMatchObject({
    tags: ['threat_indicator'],
    threat: {
      feed: { name: ['bad_ips', 'more_ips', 'bad_domains', 'bad_files'] },
      indicator: {
        type: ['ipv4-addr', 'ipv6-addr', 'domain-name', 'file'],
        ip: ['203.0.113.9', '2001:db8::5'],
        url: { domain: ['cdn.EVIL.example.'] },
      },
    },
  });
});

test.each(['notevil.example', 'evil.example.org', 'example'])('%s is not below evil.example', (name) => {
  expect(enriched({ 'dns.question.name': name })).not.toHaveProperty('tags');
});

test('user agents are parsed', () => {
  expect(enriched({ 'user_agent.original': 'curl/8.1' }).user_agent).toEqual({
    original: 'curl/8.1',
    name: 'curl',
    version: '8.1',
  });
});

test('each part can be switched off', () => {
  const values = { 'source.ip': '203.0.113.9', 'user_agent.original': 'curl/8.1' };
  expect(enriched(values, { geo: false, userAgent: false, indicators: false })).toEqual({
    source: { ip: '203.0.113.9' },
    user_agent: { original: 'curl/8.1' },
  });
  expect(enriched(values, { indicators: false })).not.toHaveProperty('threat');
  expect(enriched(values, { geo: false })).toHaveProperty('threat');
});

test('a database that fails costs facts, not events', () => {
  const layout = layoutOf(FIELDS);
  const row = new Row(layout);
  row.set(layout.slot('source.ip'), '198.51.100.7');
  const broken = {
    geo: () => {
      throw new Error('damaged');
    },
    as: () => undefined,
  };
  rowEnricher({ fields: FIELDS }, {}, { databases: broken })?.(row);
  expect(JSON.parse(row.serialise())).toEqual({ source: { ip: '198.51.100.7' } });
});
