import { networkDirection } from '../../derive/network_direction';
import type { ObjectContext, ParseOutcome, RecordParser } from '../../log_type';
import { keyFacts, objectTime } from '../../object_key';
import type { Row } from '../../row';
import { layoutOf } from '../../row_layout';
import { isWholeNumber } from '../../text';
import { parseIsoTime } from '../../time';
import { COLUMNS, DEFAULT_FORMAT, TRANSIT_GATEWAY_FORMAT, VPCFLOW_FIELDS } from './columns';
import { tcpFlagNames, transportOf } from './protocols';

const layout = layoutOf(VPCFLOW_FIELDS);
const TIMESTAMP = layout.slot('@timestamp');
const ACCOUNT = layout.slot('cloud.account.id');
const REGION = layout.slot('cloud.region');
const ACTION = layout.slot('event.action');
const OUTCOME = layout.slot('event.outcome');
const EVENT_TYPE = layout.slot('event.type');
const RELATED_IP = layout.slot('related.ip');
const SOURCE_IP = layout.slot('source.ip');
const DESTINATION_IP = layout.slot('destination.ip');
const SOURCE_BYTES = layout.slot('source.bytes');
const SOURCE_PACKETS = layout.slot('source.packets');
const NETWORK_TYPE = layout.slot('network.type');
const DIRECTION = layout.slot('network.direction');
const TRANSPORT = layout.slot('network.transport');
const TCP_FLAG_NAMES = layout.slot('aws.vpcflow.tcp_flags_array');
const OTHER = layout.slot('aws.vpcflow.other');

const CONNECTION = ['connection'];
const ALLOWED = ['connection', 'allowed'];
const DENIED = ['connection', 'denied'];

/** ECS's words, seen from the network interface. */
const DIRECTIONS: Readonly<Record<string, string>> = { ingress: 'inbound', egress: 'outbound' };

/** What to do with a column; `field` puts its text into the slot. */
type Treatment =
  'field' | 'seconds' | 'address' | 'direction' | 'bytes' | 'packets' | 'protocol' | 'flags' | 'unknown';

const TREATMENTS: Readonly<Record<string, Treatment>> = {
  start: 'seconds',
  end: 'seconds',
  srcaddr: 'address',
  dstaddr: 'address',
  'pkt-srcaddr': 'address',
  'pkt-dstaddr': 'address',
  bytes: 'bytes',
  packets: 'packets',
  protocol: 'protocol',
  'flow-direction': 'direction',
  'tcp-flags': 'flags',
};

interface Format {
  names: readonly string[];
  slots: readonly number[];
  treatments: readonly Treatment[];
  action: number;
  status: number;
  start: number;
  end: number;
}

function formatOf(names: readonly string[]): Format {
  return {
    names,
    slots: names.map((name) => {
      const column = COLUMNS[name];
      return column ? layout.slot(column[0]) : OTHER;
    }),
    treatments: names.map((name) => (COLUMNS[name] ? (TREATMENTS[name] ?? 'field') : 'unknown')),
    action: names.indexOf('action'),
    status: names.indexOf('log-status'),
    start: names.indexOf('start'),
    end: names.indexOf('end'),
  };
}

const DEFAULT = formatOf(DEFAULT_FORMAT);
const TRANSIT_GATEWAY = formatOf(TRANSIT_GATEWAY_FORMAT);

/** Reads flow log lines in the format that the object's header line names, else in the default format of VPCs or transit gateways. */
export class VpcFlowParser implements RecordParser<string> {
  private format = DEFAULT;
  private hasHeader = false;
  private readonly account: string | undefined;
  private readonly region: string;
  private readonly fallbackTime: number;

  constructor(context: ObjectContext) {
    const facts = keyFacts(context.key);
    this.account = facts.accountId;
    this.region = facts.region ?? context.region;
    this.fallbackTime = objectTime(context);
  }

  parse(line: string, row: Row): ParseOutcome {
    // An export of CloudWatch Logs puts the time of ingestion, in ISO form, before each line.
    const exported = line.charCodeAt(10) === 84 ? parseIsoTime(line.slice(0, line.indexOf(' '))) : NaN;
    const record = Number.isNaN(exported) ? line : line.slice(line.indexOf(' ') + 1);
    const values = record.split(' ');
    if (isHeader(values)) {
      this.format = formatOf(values);
      this.hasHeader = true;
      return { skip: 'header line' };
    }
    if (!this.hasHeader) this.format = values[1] === 'TransitGateway' ? TRANSIT_GATEWAY : DEFAULT;
    const { format } = this;
    if (values.length !== format.names.length) return { reject: this.describeMismatch(values.length) };
    row.set(ACCOUNT, this.account);
    row.set(REGION, this.region);
    for (let at = 0; at < values.length; at++) {
      if (!this.setColumn(row, at, values[at] as string)) {
        return { reject: `"${format.names[at]}" cannot be ${JSON.stringify(values[at]?.slice(0, 100))}.` };
      }
    }
    setVerdict(row, values[format.action], values[format.status]);
    const source = row.get(SOURCE_IP);
    if (source !== undefined) {
      row.set(NETWORK_TYPE, String(source).includes(':') ? 'ipv6' : 'ipv4');
      setDirection(row, String(source));
    }
    row.setTime(TIMESTAMP, this.timeOf(values, exported));
    return 'event';
  }

  private setColumn(row: Row, at: number, value: string): boolean {
    if (value === '-') return true;
    const slot = this.format.slots[at] as number;
    switch (this.format.treatments[at]) {
      case 'seconds':
        return isWholeNumber(value) && row.setTime(slot, Number(value) * 1_000);
      case 'address':
        row.add(RELATED_IP, value);
        break;
      case 'bytes':
        row.set(SOURCE_BYTES, value);
        break;
      case 'packets':
        row.set(SOURCE_PACKETS, value);
        break;
      case 'protocol':
        if (!isWholeNumber(value)) return false;
        row.set(TRANSPORT, transportOf(value));
        break;
      case 'direction':
        row.set(DIRECTION, DIRECTIONS[value]);
        break;
      case 'flags':
        row.setList(TCP_FLAG_NAMES, tcpFlagNames(Number(value)));
        break;
      case 'unknown':
        row.add(slot, `${this.format.names[at]}=${value}`);
        return true;
    }
    return row.set(slot, value);
  }

  private timeOf(values: string[], exported: number): number {
    const seconds = secondsOf(values[this.format.end]) ?? secondsOf(values[this.format.start]);
    if (seconds !== undefined) return seconds * 1_000;
    return Number.isNaN(exported) ? this.fallbackTime : exported;
  }

  private describeMismatch(count: number): string {
    return this.hasHeader
      ? `The line has ${count} fields, the header line names ${this.format.names.length}.`
      : `The line has ${count} fields, the default format has ${this.format.names.length}, and no header line names others.`;
  }
}

/** Where the format does not have the direction, the addresses tell it. */
function setDirection(row: Row, source: string): void {
  const destination = row.get(DESTINATION_IP);
  if (destination === undefined || row.get(DIRECTION) !== undefined) return;
  row.setText(DIRECTION, networkDirection(source, String(destination)));
}

function secondsOf(text: string | undefined): number | undefined {
  return text === undefined || text === '-' ? undefined : Number(text);
}

/** A header names known fields; of its other tokens, some may be newer than this code. */
function isHeader(tokens: string[]): boolean {
  const first = tokens[0] as string;
  const code = first.charCodeAt(0);
  if (code < 97 || code > 122 || !Object.hasOwn(COLUMNS, first)) return false;
  return tokens.every((token) => /^[a-z][a-z0-9-]*$/.test(token));
}

function setVerdict(row: Row, action: string | undefined, status: string | undefined): void {
  if (action === 'ACCEPT') {
    row.set(ACTION, 'accept');
    row.set(OUTCOME, 'success');
    row.setList(EVENT_TYPE, ALLOWED);
  } else if (action === 'REJECT') {
    row.set(ACTION, 'reject');
    row.set(OUTCOME, 'failure');
    row.setList(EVENT_TYPE, DENIED);
  } else {
    // NODATA and SKIPDATA tell of a gap in the log, not of a flow.
    row.set(ACTION, status === 'NODATA' || status === 'SKIPDATA' ? status.toLowerCase() : 'flow');
    row.set(OUTCOME, 'unknown');
    row.setList(EVENT_TYPE, CONNECTION);
  }
}
