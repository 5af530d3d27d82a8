import type { EnrichmentSwitches } from '../../../../common/enrichment';
import { isPrivate } from '../derive/network_direction';
import type { EventField } from '../event_field';
import type { Row } from '../row';
import { layoutOf, type RowLayout } from '../row_layout';
import type { AddressDatabases, EnrichmentSources, UserAgentFacts } from './facts';
import { SIDES } from './fields';
import { indicatorEnricher } from './match_indicators';

/** Adds to the event in the row what its values tell; never changes what the parser has set. */
export type RowEnricher = (row: Row) => void;

/**
 * What the events of a log type are enriched by, each part unless the source has switched it off; undefined where there is nothing to do. Run
 * after the parser and before exclusions, which may use the added fields.
 */
export function rowEnricher(
  { fields }: { fields: readonly EventField[] },
  switches: EnrichmentSwitches | undefined,
  { databases, userAgent, indicators }: EnrichmentSources,
): RowEnricher | undefined {
  const layout = layoutOf(fields);
  const declared = new Set(fields.map(({ path }) => path));
  const parts: RowEnricher[] = [];
  if (databases && switches?.geo !== false) {
    for (const side of SIDES) {
      if (declared.has(`${side}.ip`)) parts.push(addressEnricher(layout, side, databases));
    }
  }
  if (userAgent && switches?.userAgent !== false && declared.has('user_agent.original')) {
    parts.push(userAgentEnricher(layout, userAgent));
  }
  if (indicators && switches?.indicators !== false) {
    const part = indicatorEnricher(layout, declared, indicators);
    if (part) parts.push(part);
  }
  if (parts.length === 0) return undefined;
  return (row) => {
    try {
      for (const part of parts) part(row);
    } catch {
      // A damaged database, say: an event with a fact less is better than no event.
    }
  };
}

function addressEnricher(layout: RowLayout, side: string, databases: AddressDatabases): RowEnricher {
  const ip = layout.slot(`${side}.ip`);
  const iso = layout.slot(`${side}.geo.country_iso_code`);
  const country = layout.slot(`${side}.geo.country_name`);
  const region = layout.slot(`${side}.geo.region_name`);
  const city = layout.slot(`${side}.geo.city_name`);
  const location = layout.slot(`${side}.geo.location`);
  const number = layout.slot(`${side}.as.number`);
  const organization = layout.slot(`${side}.as.organization.name`);
  return (row) => {
    const value = row.get(ip);
    if (typeof value !== 'string') return;
    const address = plainAddress(value);
    if (isPrivate(address)) return;
    const place = databases.geo(address);
    // A log that names the country itself knows better; two sources in one event would not fit together.
    if (place && row.get(iso) === undefined) {
      addText(row, iso, place.countryIsoCode);
      addText(row, country, place.countryName);
      addText(row, region, place.regionName);
      addText(row, city, place.cityName);
      addText(row, location, place.location);
    }
    const network = databases.as(address);
    if (network && row.get(number) === undefined) {
      row.setScalar(number, network.number);
      addText(row, organization, network.organization);
    }
  };
}

/** An IPv4 address written as an IPv6 one (`::ffff:192.0.2.1`) is what it is. */
function plainAddress(text: string): string {
  return text.includes(':') && /^::ffff:\d+\./i.test(text) ? text.slice('::ffff:'.length) : text;
}

function userAgentEnricher(layout: RowLayout, factsOf: (text: string) => UserAgentFacts): RowEnricher {
  const original = layout.slot('user_agent.original');
  const name = layout.slot('user_agent.name');
  const version = layout.slot('user_agent.version');
  const osName = layout.slot('user_agent.os.name');
  const osVersion = layout.slot('user_agent.os.version');
  const device = layout.slot('user_agent.device.name');
  return (row) => {
    const text = row.get(original);
    if (typeof text !== 'string') return;
    const facts = factsOf(text);
    addText(row, name, facts.name);
    addText(row, version, facts.version);
    addText(row, osName, facts.osName);
    addText(row, osVersion, facts.osVersion);
    addText(row, device, facts.deviceName);
  };
}

function addText(row: Row, slot: number, text: string | undefined): void {
  if (text !== undefined && row.get(slot) === undefined) row.setText(slot, text);
}
