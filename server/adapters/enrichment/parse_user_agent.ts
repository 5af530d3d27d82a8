import { UAParser } from 'ua-parser-js';
import type { UserAgentFacts } from '../../core/ingest/enrich/facts';
import { RecentCache } from '../../core/ingest/enrich/recent_cache';

const KEPT = 10_000;
/** A tool's own product, the first in the text (RFC 9110, 10.1.5); CloudTrail puts some user agents into brackets. */
const PRODUCT = /^\[?([\w.!#$%&'*+^`|~-]+)(?:\/v?(\d[\w.-]*))?/;

/** Parses user agents, each text once as long as it is among those seen lately. */
export function createUserAgentParser(): (text: string) => UserAgentFacts {
  const known = new RecentCache<string, UserAgentFacts>(KEPT);
  return (text) => known.get(text, parse);
}

/** The library knows browsers and systems; command line tools and SDKs, most of what calls AWS, name themselves in front. */
function parse(text: string): UserAgentFacts {
  const { browser, os, device } = new UAParser(text).getResult();
  const system = { osName: os.name, osVersion: os.version, deviceName: device.model };
  if (text.startsWith('Mozilla/')) return { name: browser.name, version: browser.version, ...system };
  const [, name, version] = PRODUCT.exec(text) ?? [];
  // A service calls by its name alone, which the original says already.
  return version === undefined ? system : { name, version, ...system };
}
