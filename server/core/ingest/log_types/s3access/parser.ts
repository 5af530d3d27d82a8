import type { ObjectContext, ParseOutcome, RecordParser } from '../../log_type';
import { requesterAccount } from '../../derive/requester_account';
import { requestLineSetter } from '../../request_line';
import type { Row } from '../../row';
import { layoutOf } from '../../row_layout';
import { splitQuoted } from '../../split_quoted';
import { COLUMNS, LEAST_COLUMNS, S3ACCESS_FIELDS } from './columns';
import { classify } from './operation';
import { parseLogTime } from './time';

const layout = layoutOf(S3ACCESS_FIELDS);
const SLOTS = COLUMNS.map(([, path]) => layout.slot(path));
const TIMESTAMP = layout.slot('@timestamp');
const REGION = layout.slot('cloud.region');
const ACCOUNT = layout.slot('cloud.account.id');
const ACTION = layout.slot('event.action');
const OUTCOME = layout.slot('event.outcome');
const CATEGORY = layout.slot('event.category');
const EVENT_TYPE = layout.slot('event.type');
const DURATION = layout.slot('event.duration');
const RELATED_IP = layout.slot('related.ip');
const RELATED_USER = layout.slot('related.user');
const SOURCE_IP = layout.slot('source.ip');
const CLIENT_IP = layout.slot('client.ip');
const CLIENT_ADDRESS = layout.slot('client.address');
const CLIENT_USER = layout.slot('client.user.id');
const USER_NAME = layout.slot('user.name');
const REQUESTER = layout.slot('aws.s3access.requester');
const RESPONSE_BYTES = layout.slot('http.response.bytes');
const TLS_VENDOR = layout.slot('aws.s3access.tls_version');
const TLS_VERSION = layout.slot('tls.version');
const TLS_PROTOCOL = layout.slot('tls.version_protocol');
const REQUESTER_ACCOUNT = layout.slot('siem.derived.requester_account');
const OTHER = layout.slot('aws.s3access.other');
const setRequestLine = requestLineSetter(layout);

const placeOf = (name: string) => COLUMNS.findIndex((column) => column[0] === name);
const TIME = placeOf('time');
const REMOTE_IP = placeOf('remote_ip');
const REQUESTER_AT = placeOf('requester');
const OPERATION = placeOf('operation');
const REQUEST_URI = placeOf('request_uri');
const STATUS = placeOf('http_status');
const BYTES_SENT = placeOf('bytes_sent');
const TOTAL_TIME = placeOf('total_time');
const TLS = placeOf('tls_version');

/** Where the log's own layout tells it: `[prefix/]<account>/<region>/<bucket>/yyyy/mm/dd/<name>`. */
const PARTITIONED_KEY = /(?:^|\/)(\d{12})\/([a-z]{2}(?:-[a-z]+)+-\d)\/[^/]+\/\d{4}\/\d\d\/\d\d\/[^/]+$/;

/** Reads S3 server access log lines. */
export class S3AccessParser implements RecordParser<string> {
  private readonly account: string | undefined;
  private readonly region: string;

  constructor(context: ObjectContext) {
    const match = PARTITIONED_KEY.exec(context.key);
    this.account = match?.[1];
    this.region = match?.[2] ?? context.region;
  }

  parse(line: string, row: Row): ParseOutcome {
    const values = splitQuoted(line);
    if (values.length < LEAST_COLUMNS) {
      return {
        reject: `The line has ${values.length} fields, S3 access logs have at least ${LEAST_COLUMNS}.`,
      };
    }
    const time = values[TIME] as string;
    if (!row.setTime(TIMESTAMP, parseLogTime(time))) {
      return { reject: `"time" cannot be ${JSON.stringify(time.slice(0, 100))}.` };
    }
    row.set(REGION, this.region);
    row.set(ACCOUNT, this.account);
    for (let at = 0; at < values.length; at++) {
      const value = values[at] as string;
      if (at === TIME) continue;
      if (at === REQUEST_URI) setRequestLine(row, value);
      else if (at >= SLOTS.length) row.add(OTHER, `field${at + 1}=${value}`);
      else if (!row.set(SLOTS[at] as number, value)) {
        return { reject: `"${COLUMNS[at]?.[0]}" cannot be ${JSON.stringify(value.slice(0, 100))}.` };
      }
    }
    setClient(row, values[REMOTE_IP] as string, values[REQUESTER_AT] as string);
    setOutcome(row, values[OPERATION] as string, values[STATUS] as string);
    row.set(RESPONSE_BYTES, values[BYTES_SENT]);
    const totalMs = Number(values[TOTAL_TIME]);
    // ECS counts durations in nanoseconds.
    if (totalMs >= 0) row.setScalar(DURATION, totalMs * 1_000_000);
    setTls(row, values[TLS]);
    return 'event';
  }
}

function setClient(row: Row, address: string, requester: string): void {
  row.set(CLIENT_ADDRESS, address);
  if (row.set(SOURCE_IP, address)) {
    row.set(CLIENT_IP, address);
    row.add(RELATED_IP, address);
  }
  // Here `-` says something: the request was anonymous.
  row.setText(REQUESTER, requester);
  row.set(CLIENT_USER, requester);
  row.set(REQUESTER_ACCOUNT, requesterAccount(requester));
  const name = nameOf(requester);
  row.set(USER_NAME, name);
  row.add(RELATED_USER, name);
}

/** The user or role of an ARN; canonical ids and names of AWS services are names themselves. */
function nameOf(requester: string): string {
  if (!requester.startsWith('arn:')) return requester;
  const parts = requester.split('/');
  return (requester.includes(':assumed-role/') ? parts[1] : parts[parts.length - 1]) ?? requester;
}

function setOutcome(row: Row, operation: string, status: string): void {
  row.set(ACTION, operation);
  row.set(OUTCOME, status === '-' ? 'unknown' : Number(status) < 400 ? 'success' : 'failure');
  const { category, type } = classify(operation);
  row.setList(CATEGORY, category);
  row.setList(EVENT_TYPE, type);
}

/** Some lines write `TLSV1.1`: one spelling for all, so that searches find them. */
function setTls(row: Row, value: string | undefined): void {
  if (!value?.toUpperCase().startsWith('TLSV')) return;
  const version = value.slice(4);
  row.set(TLS_VENDOR, `TLSv${version}`);
  row.set(TLS_PROTOCOL, 'tls');
  row.set(TLS_VERSION, version);
}
