import { readFileSync } from 'fs';
import { copyFile, mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import fc from 'fast-check';
import { Reader } from 'mmdb-lib';
import { openDatabases } from './address_databases';
import { createDatabaseFiles } from './database_files';
import { createUserAgentParser } from './parse_user_agent';

const COUNTRIES = require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb');
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

test('our walk through the tree ends where the library ends', () => {
  const bytes = readFileSync(COUNTRIES);
  const databases = openDatabases({ place: bytes });
  const library = new Reader<never>(bytes);
  const expected = (address: string) =>
    (library.get(address) as { country_code?: string } | null)?.country_code;
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
      expect(databases.geo(address)?.countryIsoCode).toBe(expected(address));
    }),
    { numRuns: 3_000 },
  );
  expect(databases.geo('3.120.0.1')).toMatchObject({ countryIsoCode: 'DE', countryName: 'Germany' });
});

test('a file is read again when it changes, and one that is none is a problem with a name', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'geoip-'));
  try {
    const city = join(dir, 'city.mmdb');
    const files = createDatabaseFiles({ country: COUNTRIES, city }, quiet);
    await files.refresh();
    expect(files.problems()).toEqual([expect.stringContaining('awsSiem.enrichment.cityDatabase')]);
    const shipped = files.bytes();
    expect(openDatabases(shipped).geo('8.8.8.8')).toMatchObject({ countryIsoCode: 'US' });

    await writeFile(city, 'not a database');
    await files.refresh();
    expect(files.problems()).toHaveLength(1);
    expect(files.bytes()).toBe(shipped);

    await copyFile(COUNTRIES, city);
    await files.refresh();
    expect(files.problems()).toEqual([]);
    expect(files.bytes()).not.toBe(shipped);
    const own = files.bytes();
    await files.refresh();
    expect(files.bytes()).toBe(own);
  } finally {
    await rm(dir, { recursive: true });
  }
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
    { name: 'Chrome', version: '120.0.0.0', osName: 'Windows', osVersion: '10' },
  ],
  [
    'aws-cli/2.13.5 Python/3.11.4 Linux/5.10 exe/x86_64',
    { name: 'aws-cli', version: '2.13.5', osName: 'Linux' },
  ],
  ['[aws-sdk-java/1.12.488 Linux/5.4.247]', { name: 'aws-sdk-java', version: '1.12.488' }],
  ['curl/8.1.2', { name: 'curl', version: '8.1.2' }],
  ['autoscaling.amazonaws.com', { osName: undefined }],
])('reads the user agent %s', (text, facts) => {
  expect(createUserAgentParser()(text)).toMatchObject(facts);
});
