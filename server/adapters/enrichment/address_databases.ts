import type { AsnResponse, CityResponse, Response } from 'mmdb-lib';
import type { AddressDatabases, AsFacts, GeoFacts } from '../../core/ingest/enrich/facts';
import { AddressTree } from './address_tree';

/** The bytes of the files that are there; shared between threads, since a file of cities has 60 MB and more. */
export interface DatabaseBytes {
  /** Of countries, or of cities, which tells the country too. */
  place?: Uint8Array;
  asn?: Uint8Array;
}

/** ip-location-db's files have no more than a country's code; MaxMind's and DB-IP's have its layout of records. */
type PlaceResponse = Partial<CityResponse> & { country_code?: string };

/** @throws Error when bytes are no MaxMind DB */
export function openDatabases({ place, asn }: DatabaseBytes): AddressDatabases {
  const places = place && new AddressTree<PlaceResponse & Response, GeoFacts>(bufferOf(place), geoFacts);
  const networks = asn && new AddressTree<AsnResponse, AsFacts>(bufferOf(asn), asFacts);
  return {
    geo: (address) => places?.get(address),
    as: (address) => networks?.get(address),
  };
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

function geoFacts(raw: PlaceResponse): GeoFacts | undefined {
  const iso = raw.country?.iso_code ?? raw.country_code;
  const { latitude, longitude } = raw.location ?? {};
  return {
    countryIsoCode: iso,
    countryName: raw.country?.names?.en ?? (iso && nameOfCountry(iso)),
    regionName: raw.subdivisions?.[0]?.names?.en,
    cityName: raw.city?.names?.en,
    location:
      latitude === undefined || longitude === undefined
        ? undefined
        : JSON.stringify({ lat: latitude, lon: longitude }),
  };
}

function nameOfCountry(iso: string): string | undefined {
  return /^[A-Z]{2}$/.test(iso) ? countryNames.of(iso) : undefined;
}

function asFacts(raw: AsnResponse): AsFacts | undefined {
  const { autonomous_system_number: number, autonomous_system_organization: organization } = raw;
  return number === undefined ? undefined : { number, organization };
}
