import { type Json, objectOf } from '../../json_value';
import type { ObjectContext, ParseOutcome, RecordParser } from '../../log_type';
import { keyFacts } from '../../object_key';
import { recordPlacer } from '../../record_placer';
import type { Row } from '../../row';
import { layoutOf } from '../../row_layout';
import { COLUMNS, WAF_FIELDS } from './columns';

const layout = layoutOf(WAF_FIELDS);
const TIMESTAMP = layout.slot('@timestamp');
const ACCOUNT = layout.slot('cloud.account.id');
const REGION = layout.slot('cloud.region');
const OUTCOME = layout.slot('event.outcome');
const EVENT_TYPE = layout.slot('event.type');
const ADDRESS = layout.slot('source.address');
const SOURCE_IP = layout.slot('source.ip');
const RELATED_IP = layout.slot('related.ip');
const ACL_ID = layout.slot('aws.waf.id');
const DOMAIN = layout.slot('url.domain');
const USER_AGENT = layout.slot('user_agent.original');
const REFERRER = layout.slot('http.request.referrer');
const HTTP_VERSION = layout.slot('http.version');
const PROTOCOL = layout.slot('network.protocol');
const HEADERS = layout.slot('aws.waf.request.headers');
const INSERTED = layout.slot('aws.waf.request_headers_inserted');
const OTHER = layout.slot('aws.waf.other');
const CAPTCHA_SOLVED = layout.slot('aws.waf.captcha_response.solve_timestamp');
const CHALLENGE_SOLVED = layout.slot('aws.waf.challenge_response.solve_timestamp');

const ALLOWED = ['access', 'allowed'];
const DENIED = ['access', 'denied'];
const ACCESS = ['access'];

/** What a web ACL decided on each request that it looked at. */
export class WafParser implements RecordParser<Json> {
  private readonly account: string | undefined;
  private readonly region: string;

  constructor(context: ObjectContext) {
    const facts = keyFacts(context.key);
    this.account = facts.accountId;
    this.region = facts.region ?? context.region;
  }

  parse(record: Json, row: Row): ParseOutcome {
    const { timestamp, action, webaclId } = record;
    const request = objectOf(record.httpRequest);
    if (typeof timestamp !== 'number' || typeof action !== 'string' || !request) {
      return { reject: 'The record is not of AWS WAF: it lacks timestamp, action or httpRequest.' };
    }
    row.set(ACCOUNT, this.account);
    row.set(REGION, this.region);
    row.setTime(TIMESTAMP, timestamp);
    placeRecord(record, row);
    setAcl(row, webaclId);
    setVerdict(row, action);
    const address = row.get(ADDRESS);
    if (typeof address === 'string' && row.set(SOURCE_IP, address)) row.add(RELATED_IP, address);
    setVersion(row, request.httpVersion);
    setHeaders(row, request.headers);
    addHeaders(row, INSERTED, record.requestHeadersInserted, 'requestHeadersInserted');
    setSolved(row, CAPTCHA_SOLVED, record.captchaResponse, 'captchaResponse');
    setSolved(row, CHALLENGE_SOLVED, record.challengeResponse, 'challengeResponse');
    return 'event';
  }
}

const placeRecord = recordPlacer(layout, COLUMNS, 'aws.waf.other', [
  'timestamp',
  'requestHeadersInserted',
  'httpRequest.headers',
  'httpRequest.httpVersion',
  'captchaResponse.solveTimestamp',
  'challengeResponse.solveTimestamp',
]);

/** `arn:aws:wafv2:<region>:<account>:<scope>/webacl/<name>/<id>`; WAF Classic has only an id here. */
function setAcl(row: Row, arn: unknown): void {
  if (typeof arn !== 'string' || !arn.startsWith('arn:')) return;
  const [, , , region, account, ...rest] = arn.split(':');
  row.set(REGION, region);
  row.set(ACCOUNT, account);
  row.set(ACL_ID, rest.join(':'));
}

function setVerdict(row: Row, action: string): void {
  const isAllowed = action === 'ALLOW';
  const isDenied = action === 'BLOCK';
  row.set(OUTCOME, isAllowed ? 'success' : isDenied ? 'failure' : 'unknown');
  row.setList(EVENT_TYPE, isAllowed ? ALLOWED : isDenied ? DENIED : ACCESS);
}

/** `HTTP/2.0` */
function setVersion(row: Row, version: unknown): void {
  if (typeof version !== 'string') return;
  const slash = version.indexOf('/');
  row.set(PROTOCOL, slash < 0 ? undefined : version.slice(0, slash).toLowerCase());
  row.set(HTTP_VERSION, version.slice(slash + 1));
}

function setHeaders(row: Row, headers: unknown): void {
  addHeaders(row, HEADERS, headers, 'httpRequest.headers', (name, value) => {
    switch (name.toLowerCase()) {
      case 'host':
        if (row.get(DOMAIN) === undefined) row.set(DOMAIN, value.replace(/:\d+$/, ''));
        break;
      case 'user-agent':
        row.set(USER_AGENT, value);
        break;
      case 'referer':
        row.set(REFERRER, value);
    }
  });
}

/** Adds headers as `name=value`. */
function addHeaders(
  row: Row,
  slot: number,
  headers: unknown,
  path: string,
  each?: (name: string, value: string) => void,
): void {
  if (headers === null || headers === undefined) return;
  if (!Array.isArray(headers)) return row.add(OTHER, `${path}=${JSON.stringify(headers)}`);
  const entries: string[] = [];
  for (const header of headers as Array<{ name?: unknown; value?: unknown } | null>) {
    const name = String(header?.name ?? '');
    const value = String(header?.value ?? '');
    entries.push(`${name}=${value}`);
    each?.(name, value);
  }
  row.setList(slot, entries);
}

/** The documentation shows seconds since 1970, some records have milliseconds. */
function setSolved(row: Row, slot: number, response: unknown, path: string): void {
  const solved = objectOf(response)?.solveTimestamp;
  if (solved === null || solved === undefined) return;
  const ms = typeof solved === 'number' ? (solved < 100_000_000_000 ? solved * 1_000 : solved) : NaN;
  if (!row.setTime(slot, ms)) row.add(OTHER, `${path}.solveTimestamp=${JSON.stringify(solved)}`);
}
