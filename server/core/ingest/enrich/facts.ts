/** Where an address is, as far as the database knows. */
export interface GeoFacts {
  countryIsoCode?: string;
  countryName?: string;
  regionName?: string;
  cityName?: string;
  /** A `geo_point` as JSON text, e.g. `{"lat":52.5,"lon":13.4}`. */
  location?: string;
}

/** The network that announces an address. */
export interface AsFacts {
  number: number;
  organization?: string;
}

/** What address databases know; undefined for addresses they do not have. Asked for each event, so answers come from memory. */
export interface AddressDatabases {
  geo(address: string): GeoFacts | undefined;
  as(address: string): AsFacts | undefined;
}

/** What a user agent says of itself. */
export interface UserAgentFacts {
  name?: string;
  version?: string;
  osName?: string;
  osVersion?: string;
  deviceName?: string;
}

/** Lists, by name, that hold a value; undefined where none does. */
export interface IndicatorMatcher {
  address(text: string): string[] | undefined;
  /** A domain is held by itself and by all domains above it. */
  domain(text: string): string[] | undefined;
  hash(text: string): string[] | undefined;
}

/** What events are enriched from; what is left out enriches nothing. */
export interface EnrichmentSources {
  databases?: AddressDatabases;
  userAgent?(text: string): UserAgentFacts;
  indicators?: IndicatorMatcher;
}
