import { requestLineSetter } from '../../request_line';
import type { Row } from '../../row';
import { layoutOf } from '../../row_layout';
import { parseIsoTime } from '../../time';
import { ELB_FIELDS } from './fields';

/** The slots of load balancer events. */
export const layout = layoutOf(ELB_FIELDS);

/** Puts the text of one log field where it belongs; false when it cannot be that field. */
export type Setter = (row: Row, value: string) => boolean;

/** The text as it is, into one or more fields. */
export function into(...paths: string[]): Setter {
  const slots = paths.map((path) => layout.slot(path));
  const [only] = slots;
  if (slots.length === 1) return (row, value) => row.set(only as number, value);
  return (row, value) => slots.every((slot) => row.set(slot, value));
}

/** Times of day; network load balancers leave out the `Z` of UTC. */
export function time(...paths: string[]): Setter {
  const slots = paths.map((path) => layout.slot(path));
  return (row, value) => {
    if (value === '-') return true;
    const ms = parseIsoTime(value.endsWith('Z') ? value : `${value}Z`);
    return slots.every((slot) => row.setTime(slot, ms));
  };
}

/** A duration; -1 stands for "did not happen". */
export function duration(path: string): Setter {
  const slot = layout.slot(path);
  return (row, value) => value === '-1' || row.set(slot, value);
}

/** Texts joined by `separator`, each perhaps in quotes. */
export function list(path: string, separator: string): Setter {
  const slot = layout.slot(path);
  return (row, value) => {
    if (!value.includes(separator)) row.add(slot, value);
    else for (const item of value.replace(/"/g, '').split(separator)) row.add(slot, item);
    return true;
  };
}

/** The client's address. */
export function clientAddress(): Setter {
  const ADDRESS = layout.slot('source.address');
  const IP = layout.slot('source.ip');
  const RELATED = layout.slot('related.ip');
  return (row, value) => {
    row.set(ADDRESS, value);
    if (row.set(IP, value)) row.add(RELATED, value);
    return true;
  };
}

/** `address:port` of the client. */
export function client(): Setter {
  const setAddress = clientAddress();
  const PORT = layout.slot('source.port');
  return (row, value) => {
    if (value === '-') return true;
    const { address, port } = splitEndpoint(value);
    setAddress(row, address);
    return row.set(PORT, port);
  };
}

/** `address:port` of the target, or a function's ARN; connections that never reached one have none. */
export function backend(): Setter {
  const ADDRESS = layout.slot('aws.elb.backend.address');
  const IP = layout.slot('aws.elb.backend.ip');
  const PORT = layout.slot('aws.elb.backend.port');
  const RELATED = layout.slot('related.ip');
  return (row, value) => {
    if (value === '-') return true;
    if (value.startsWith('arn:')) return row.set(ADDRESS, value);
    const { address, port } = splitEndpoint(value);
    if (row.set(IP, address)) row.add(RELATED, address);
    else row.set(ADDRESS, address);
    return row.set(PORT, port);
  };
}

function splitEndpoint(value: string): { address: string; port?: string } {
  const colon = value.lastIndexOf(':');
  if (colon < 0) return { address: value };
  const bracketed = value.charCodeAt(0) === 91 && value.charCodeAt(colon - 1) === 93;
  return {
    address: bracketed ? value.slice(1, colon - 1) : value.slice(0, colon),
    port: value.slice(colon + 1),
  };
}

/** `NotBefore=…;NotAfter=…` of the client's certificate. */
export function certificateValidity(): Setter {
  const NOT_BEFORE = layout.slot('tls.client.not_before');
  const NOT_AFTER = layout.slot('tls.client.not_after');
  return (row, value) => {
    if (value === '-') return true;
    const match = /^NotBefore=([^;]+);NotAfter=([^;]+)$/.exec(value);
    return match !== null && row.set(NOT_BEFORE, match[1]) && row.set(NOT_AFTER, match[2]);
  };
}

interface TlsProtocol {
  name: string;
  protocol?: string;
  version?: string;
}

/** There are six of them; a log of anything else must not fill the memory. */
const tlsProtocols = new Map<string, TlsProtocol>();
const TLS_PROTOCOLS_SIZE = 100;

/** `TLSv1.2`, which network load balancers write `tlsv12`: one spelling for both, and ECS's protocol `tls` and version `1.2`. */
export function tlsProtocol(): Setter {
  const NAME = layout.slot('aws.elb.ssl_protocol');
  const PROTOCOL = layout.slot('tls.version_protocol');
  const VERSION = layout.slot('tls.version');
  return (row, value) => {
    let known = tlsProtocols.get(value);
    if (!known) {
      known = readTlsProtocol(value);
      if (tlsProtocols.size < TLS_PROTOCOLS_SIZE) tlsProtocols.set(value, known);
    }
    row.set(NAME, known.name);
    row.set(PROTOCOL, known.protocol);
    return row.set(VERSION, known.version);
  };
}

function readTlsProtocol(value: string): TlsProtocol {
  const match = /^(tls|ssl)v(\d)\.?(\d?)$/i.exec(value);
  if (!match) return { name: value };
  const [, protocol, major, minor] = match as unknown as [string, string, string, string];
  const version = minor === '' ? major : `${major}.${minor}`;
  return { name: `${protocol.toUpperCase()}v${version}`, protocol: protocol.toLowerCase(), version };
}

/** `Self=…;Root=1-…`: the root is what the parts of a request share. */
export function trace(): Setter {
  const VENDOR = layout.slot('aws.elb.trace_id');
  const TRACE = layout.slot('trace.id');
  return (row, value) => {
    row.set(VENDOR, value);
    const root = value.indexOf('Root=');
    if (root < 0) return true;
    const end = value.indexOf(';', root);
    row.set(TRACE, value.slice(root + 5, end < 0 ? undefined : end));
    return true;
  };
}

/** The request line in quotes. */
export function request(): Setter {
  const set = requestLineSetter(layout);
  return (row, value) => {
    set(row, value);
    return true;
  };
}
