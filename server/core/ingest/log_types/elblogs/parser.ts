import type { ObjectContext, ParseOutcome, RecordParser } from '../../log_type';
import { keyFacts } from '../../object_key';
import type { Row } from '../../row';
import { splitQuoted } from '../../split_quoted';
import {
  APPLICATION,
  APPLICATION_CONNECTION,
  APPLICATION_HEALTH_CHECK,
  CLASSIC,
  NETWORK,
  type Format,
} from './formats';
import { layout } from './setters';

const ACCOUNT = layout.slot('cloud.account.id');
const REGION = layout.slot('cloud.region');
const ACTION = layout.slot('event.action');
const OUTCOME = layout.slot('event.outcome');
const CATEGORY = layout.slot('event.category');
const EVENT_TYPE = layout.slot('event.type');
const FAMILY = layout.slot('aws.elb.family');
const OTHER = layout.slot('aws.elb.other');
const STATUS = layout.slot('http.response.status_code');
const METHOD = layout.slot('http.request.method');
const ALERT = layout.slot('aws.elb.incoming_tls_alert');
const CIPHER = layout.slot('tls.cipher');
const PROTOCOL = layout.slot('network.protocol');
const TLS_VERSION = layout.slot('tls.version');
const VERIFY_STATUS = layout.slot('aws.elb.tls_verify_status');
const NAME = layout.slot('aws.elb.name');
const HEALTH_STATUS = layout.slot('aws.elb.health_check.status');

const WEB = ['web', 'network'];
const NETWORK_ONLY = ['network'];
const ACCESS = ['access', 'connection'];
const CONNECTION = ['connection'];
const INFO = ['info'];

/** Reads access logs of application, network and classic load balancers, connection and health check logs, told apart by each line. */
export class ElbParser implements RecordParser<string> {
  private readonly account: string | undefined;
  private readonly region: string;
  private readonly name: string | undefined;

  constructor(context: ObjectContext) {
    const facts = keyFacts(context.key);
    this.name = balancerOf(context.key);
    this.account = facts.accountId;
    this.region = facts.region ?? context.region;
  }

  parse(line: string, row: Row): ParseOutcome {
    const values = splitQuoted(line);
    const format = formatOf(values);
    if (!format) {
      return { reject: 'The line is of no load balancer: none of its first three fields is a time.' };
    }
    const { columns } = format;
    if (values.length < format.least) {
      const reason = `The line has ${values.length} fields, ${format.family} load balancers write at least ${format.least}.`;
      return { reject: reason };
    }
    row.set(ACCOUNT, this.account);
    row.set(REGION, this.region);
    row.set(FAMILY, format.family);
    row.set(NAME, this.name);
    for (let at = 0; at < values.length; at++) {
      const value = values[at] as string;
      const column = columns[at];
      if (!column) {
        // AWS announces new fields by a hyphen.
        if (value !== '-') row.add(OTHER, `field${at + 1}=${value}`);
      } else if (!column[1](row, value)) {
        return { reject: `"${column[0]}" cannot be ${JSON.stringify(value.slice(0, 100))}.` };
      }
    }
    if (format === APPLICATION_HEALTH_CHECK) setHealthCheck(row);
    else if (row.get(STATUS) !== undefined || row.get(METHOD) !== undefined) setRequest(row);
    else setConnection(row);
    return 'event';
  }
}

function formatOf(values: string[]): Format | undefined {
  // Names of load balancers have no dots or colons, addresses of clients do.
  if (startsWithTime(values[0])) return /[.:]/.test(values[1] ?? '') ? APPLICATION_CONNECTION : CLASSIC;
  // Where the others have a duration.
  const isHealthCheck = values[5] === 'PASS' || values[5] === 'FAIL';
  if (startsWithTime(values[1])) return isHealthCheck ? APPLICATION_HEALTH_CHECK : APPLICATION;
  if (startsWithTime(values[2])) return NETWORK;
  return undefined;
}

/** Lines of connection logs and most health check logs leave the load balancer to the key: `…_app.<name>.<id>_…` → `app/<name>/<id>`. */
function balancerOf(key: string): string | undefined {
  const match = /\/(?:conn|health_check)_log[._][^/]*_app\.([^./]+)\.([^._/]+)_[^/]*$/.exec(key);
  return match ? `app/${match[1]}/${match[2]}` : undefined;
}

/** `2026-01-02T…` */
function startsWithTime(value: string | undefined): boolean {
  return value !== undefined && value.charCodeAt(4) === 45 && value.charCodeAt(10) === 84;
}

function setRequest(row: Row): void {
  row.set(PROTOCOL, 'http');
  row.set(ACTION, 'request');
  const status = row.get(STATUS);
  row.set(OUTCOME, status === undefined ? 'unknown' : Number(status) < 400 ? 'success' : 'failure');
  row.setList(CATEGORY, WEB);
  row.setList(EVENT_TYPE, ACCESS);
}

/** A load balancer's question to a target, which nobody asked for. */
function setHealthCheck(row: Row): void {
  row.set(ACTION, 'health_check');
  row.set(OUTCOME, row.get(HEALTH_STATUS) === 'PASS' ? 'success' : 'failure');
  row.setList(CATEGORY, NETWORK_ONLY);
  row.setList(EVENT_TYPE, INFO);
}

/** A connection without HTTP; where TLS is spoken, one without a cipher never got through its handshake. */
function setConnection(row: Row): void {
  row.set(ACTION, 'connection');
  if (row.get(TLS_VERSION) !== undefined) row.set(PROTOCOL, 'tls');
  const isTls = row.get(PROTOCOL) === 'tls';
  const refused = row.get(ALERT) !== undefined || String(row.get(VERIFY_STATUS)).startsWith('Failed');
  const failed = refused || (isTls && row.get(CIPHER) === undefined);
  row.set(OUTCOME, failed ? 'failure' : isTls ? 'success' : 'unknown');
  row.setList(CATEGORY, NETWORK_ONLY);
  row.setList(EVENT_TYPE, CONNECTION);
}
