import { isIp } from '../../ip';
import type { Row } from '../../row';
import { layoutOf } from '../../row_layout';
import { isDecimal, isWholeNumber } from '../../text';
import { CLOUDFRONT_FIELDS } from './fields';

/** The slots of CloudFront events. */
export const layout = layoutOf(CLOUDFRONT_FIELDS);

/** Puts the text of one log field where it belongs; false when it cannot be that field. */
export type Setter = (row: Row, value: string) => boolean;

const OTHER = layout.slot('aws.cloudfront.other');

function into(path: string): Setter {
  const slot = layout.slot(path);
  return (row, value) => row.set(slot, value);
}

/** Names of hosts, which also stand among the related ones. */
function host(path: string): Setter {
  const slot = layout.slot(path);
  const RELATED = layout.slot('related.hosts');
  return (row, value) => {
    row.add(RELATED, value);
    return row.set(slot, value);
  };
}

function client(): Setter {
  const ADDRESS = layout.slot('source.address');
  const IP = layout.slot('source.ip');
  const RELATED = layout.slot('related.ip');
  const TYPE = layout.slot('network.type');
  return (row, value) => {
    row.set(ADDRESS, value);
    if (!isIp(value)) return true;
    row.set(IP, value);
    row.add(RELATED, value);
    return row.set(TYPE, value.includes(':') ? 'ipv6' : 'ipv4');
  };
}

/** Addresses joined by commas; proxies also write other things there. */
function forwarded(): Setter {
  const RAW = layout.slot('aws.cloudfront.x_forwarded_for');
  const IP = layout.slot('network.forwarded_ip');
  const RELATED = layout.slot('related.ip');
  return (row, value) => {
    row.set(RAW, value);
    for (const part of value.split(',')) {
      const address = part.replace(/%20/g, '').trim();
      row.add(IP, address);
      row.add(RELATED, address);
    }
    return true;
  };
}

/** `000` stands for a viewer that went away before the answer. */
function status(): Setter {
  const slot = layout.slot('http.response.status_code');
  return (row, value) => {
    if (!/^\d{3}$/.test(value)) return false;
    row.setScalar(slot, Number(value));
    return true;
  };
}

function seconds(): Setter {
  const slot = layout.slot('aws.cloudfront.time_taken');
  const DURATION = layout.slot('event.duration');
  return (row, value) => {
    if (!isDecimal(value)) return false;
    row.setScalar(DURATION, Math.round(Number(value) * 1_000_000_000));
    return row.set(slot, value);
  };
}

/** The text without percent-encoding, which CloudFront adds to user agents. */
function decoded(path: string): Setter {
  const slot = layout.slot(path);
  return (row, value) => row.set(slot, value.includes('%') ? decodePercent(value) : value);
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `TLSv1.3` → protocol `tls`, version `1.3`. */
function tls(): Setter {
  const RAW = layout.slot('aws.cloudfront.ssl_protocol');
  const PROTOCOL = layout.slot('tls.version_protocol');
  const VERSION = layout.slot('tls.version');
  return (row, value) => {
    const mark = value.indexOf('v');
    row.set(PROTOCOL, mark < 0 ? undefined : value.slice(0, mark).toLowerCase());
    row.set(VERSION, mark < 0 ? undefined : value.slice(mark + 1));
    return row.set(RAW, value);
  };
}

/** `HTTP/2.0` */
function httpVersion(): Setter {
  const slot = layout.slot('http.version');
  return (row, value) => row.set(slot, value.startsWith('HTTP/') ? value.slice(5) : value);
}

/** Time in milliseconds since 1970, exacter than date and time of day. */
function milliseconds(): Setter {
  const slot = layout.slot('@timestamp');
  return (row, value) => isWholeNumber(value) && row.setTime(slot, Number(value));
}

/** A field without a place of its own. */
export function other(name: string): Setter {
  return (row, value) => {
    row.add(OTHER, `${name}=${value}`);
    return true;
  };
}

/** Date and time of day, which only together say something: the parser reads them. */
const atParser: Setter = () => true;

/**
 * What to do with each field: the 33 of standard logs in their order, then those that standard logging v2 can add, then other names of the
 * first ones. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
 */
export const COLUMNS: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ['date', atParser],
  ['time', atParser],
  ['x-edge-location', into('aws.cloudfront.edge_location')],
  ['sc-bytes', into('http.response.bytes')],
  ['c-ip', client()],
  ['cs-method', into('http.request.method')],
  ['cs(Host)', host('aws.cloudfront.domain')],
  ['cs-uri-stem', into('url.path')],
  ['sc-status', status()],
  ['cs(Referer)', into('http.request.referrer')],
  ['cs(User-Agent)', decoded('user_agent.original')],
  ['cs-uri-query', into('url.query')],
  ['cs(Cookie)', into('aws.cloudfront.cookies')],
  ['x-edge-result-type', into('aws.cloudfront.edge_result_type')],
  ['x-edge-request-id', into('http.request.id')],
  ['x-host-header', host('destination.domain')],
  ['cs-protocol', into('network.protocol')],
  ['cs-bytes', into('http.request.bytes')],
  ['time-taken', seconds()],
  ['x-forwarded-for', forwarded()],
  ['ssl-protocol', tls()],
  ['ssl-cipher', into('tls.cipher')],
  ['x-edge-response-result-type', into('aws.cloudfront.edge_response_result_type')],
  ['cs-protocol-version', httpVersion()],
  ['fle-status', into('aws.cloudfront.fle_status')],
  ['fle-encrypted-fields', into('aws.cloudfront.fle_encrypted_fields')],
  ['c-port', into('source.port')],
  ['time-to-first-byte', into('aws.cloudfront.time_to_first_byte')],
  ['x-edge-detailed-result-type', into('aws.cloudfront.edge_detailed_result_type')],
  ['sc-content-type', into('http.response.mime_type')],
  ['sc-content-len', into('http.response.body.bytes')],
  ['sc-range-start', into('aws.cloudfront.range_start')],
  ['sc-range-end', into('aws.cloudfront.range_end')],
  ['timestamp(ms)', milliseconds()],
  ['DistributionId', into('aws.cloudfront.distribution_id')],
  ['distributionid', into('aws.cloudfront.distribution_id')],
  ['asn', into('source.as.number')],
  ['c-country', into('source.geo.country_iso_code')],
  ['origin-fbl', into('aws.cloudfront.origin_fbl')],
  ['origin-lbl', into('aws.cloudfront.origin_lbl')],
  ['cache-behavior-path-pattern', into('aws.cloudfront.cache_behavior_path_pattern')],
  ['cs-host', host('aws.cloudfront.domain')],
  ['cs-referer', into('http.request.referrer')],
  ['cs-user-agent', decoded('user_agent.original')],
  ['cs-cookie', into('aws.cloudfront.cookies')],
]);

/** Names of the fields of standard logs, in their order. */
export const STANDARD_FIELDS: readonly string[] = [...COLUMNS.keys()].slice(0, 33);
