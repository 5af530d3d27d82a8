import { createRandom } from '../../../../common/random';
import type { AddressDatabases } from '../../ingest/enrich/facts';

/** Of a thousand customers of a shop that sells mostly in North America and Europe; networks are made up, so are their countries. */
const CUSTOMERS: ReadonlyArray<readonly [code: string, customers: number]> = [
  ['US', 310],
  ['DE', 120],
  ['GB', 95],
  ['FR', 60],
  ['CA', 48],
  ['NL', 36],
  ['ES', 30],
  ['IT', 30],
  ['AU', 26],
  ['JP', 24],
  ['IN', 24],
  ['BR', 22],
  ['PL', 20],
  ['MX', 18],
  ['SE', 16],
  ['CH', 14],
  ['AT', 12],
  ['BE', 11],
  ['IE', 9],
  ['PT', 8],
  ['NO', 8],
  ['DK', 8],
  ['FI', 7],
  ['CZ', 7],
  ['SG', 6],
  ['NZ', 5],
  ['ZA', 5],
  ['KR', 5],
  ['AR', 4],
  ['CL', 4],
  ['CO', 3],
  ['TR', 3],
  ['GR', 3],
  ['RO', 3],
  ['AE', 3],
  ['IL', 2],
  ['PH', 2],
  ['ID', 2],
  ['KE', 2],
  ['NG', 2],
  ['LU', 1],
  ['MT', 1],
];

/** Whoever scans the internet comes from other places, or from where servers are cheap. */
const SCANNERS: ReadonlyArray<readonly [code: string, scanners: number]> = [
  ['CN', 9],
  ['RU', 7],
  ['NL', 5],
  ['VN', 4],
  ['BR', 3],
  ['IN', 3],
  ['HK', 2],
  ['ID', 2],
  ['IR', 2],
  ['UA', 1],
  ['BG', 1],
  ['KP', 1],
];

/** The country that a made-up address is in: always the same for the same address. */
export function countryOf(address: string): string {
  const number = address.split('.').reduce((sum, part) => sum * 31 + Number(part), 7);
  return createRandom(number).weighted(address.startsWith('203.0.113.') ? SCANNERS : CUSTOMERS);
}

/** For enrichment: real databases take addresses that are kept for documentation for Australian ones, whose registry keeps them. */
export const MADE_UP_PLACES: AddressDatabases = {
  geo: (address) => ({ countryIsoCode: countryOf(address) }),
  as: () => undefined,
};
