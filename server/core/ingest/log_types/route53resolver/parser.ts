import { isIp } from '../../ip';
import { type Json, objectOf, textOf } from '../../json_value';
import type { ObjectContext, ParseOutcome, RecordParser } from '../../log_type';
import { keyFacts } from '../../object_key';
import { recordPlacer } from '../../record_placer';
import type { Row } from '../../row';
import { layoutOf } from '../../row_layout';
import { COLUMNS, ROUTE53_FIELDS } from './columns';

const layout = layoutOf(ROUTE53_FIELDS);
const ACCOUNT = layout.slot('cloud.account.id');
const REGION = layout.slot('cloud.region');
const OUTCOME = layout.slot('event.outcome');
const EVENT_TYPE = layout.slot('event.type');
const QUESTION = layout.slot('dns.question.name');
const QUESTION_TYPE = layout.slot('dns.question.type');
const ANSWER = layout.slot('dns.answers.data');
const RESOLVED_IP = layout.slot('dns.resolved_ip');
const RELATED_IP = layout.slot('related.ip');
const RELATED_HOSTS = layout.slot('related.hosts');
const SOURCE_IP = layout.slot('source.ip');
const TRANSPORT = layout.slot('network.transport');
const NETWORK_TYPE = layout.slot('network.type');
const IANA_NUMBER = layout.slot('network.iana_number');

const PROTOCOL = ['protocol'];
const DENIED = ['protocol', 'denied'];
const IANA_NUMBERS: Readonly<Record<string, string>> = { tcp: '6', udp: '17' };

/** Reads the DNS queries that a VPC's resolver answered, forwarded or blocked. */
export class Route53ResolverParser implements RecordParser<Json> {
  private readonly account: string | undefined;
  private readonly region: string;

  constructor(context: ObjectContext) {
    const facts = keyFacts(context.key);
    this.account = facts.accountId;
    this.region = facts.region ?? context.region;
  }

  parse(record: Json, row: Row): ParseOutcome {
    const { query_name: name, query_timestamp: time } = record;
    if (typeof name !== 'string' || typeof time !== 'string') {
      return { reject: 'The record is no query of the resolver: it lacks query_name or query_timestamp.' };
    }
    row.set(ACCOUNT, this.account);
    row.set(REGION, this.region);
    placeRecord(record, row);
    setQuestion(row, withoutRoot(name));
    setAnswers(row, record.answers);
    setVerdict(row, record);
    setSource(row, textOf(record.srcaddr));
    const transport = textOf(record.transport)?.toLowerCase();
    row.set(TRANSPORT, transport);
    if (transport !== undefined) row.set(IANA_NUMBER, IANA_NUMBERS[transport]);
    return 'event';
  }
}

const placeRecord = recordPlacer(layout, COLUMNS, 'aws.route53.other', [
  'query_name',
  'transport',
  'answers.Rdata',
]);

/** `www.example.com.` → `www.example.com`; the root itself stays. */
function withoutRoot(name: string): string {
  return name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
}

function setQuestion(row: Row, name: string): void {
  row.set(QUESTION, name);
  if (row.get(QUESTION_TYPE) !== 'PTR') row.add(RELATED_HOSTS, name);
}

function setAnswers(row: Row, answers: unknown): void {
  if (!Array.isArray(answers)) return;
  const data: string[] = [];
  for (const answer of answers as unknown[]) {
    const { Rdata, Type } = objectOf(answer) ?? {};
    if (typeof Rdata !== 'string' || Rdata === '') continue;
    const value = withoutRoot(Rdata);
    data.push(value);
    if (Type === 'CNAME' || Type === 'PTR') row.add(RELATED_HOSTS, value);
    else if ((Type === 'A' || Type === 'AAAA') && isIp(value)) {
      row.add(RESOLVED_IP, value);
      row.add(RELATED_IP, value);
    }
  }
  row.setList(ANSWER, data);
}

/** A query that the DNS firewall blocked got no answer, whatever the response code says. */
function setVerdict(row: Row, record: Json): void {
  const blocked = record.firewall_rule_action === 'BLOCK';
  row.setList(EVENT_TYPE, blocked ? DENIED : PROTOCOL);
  const answered = record.rcode === 'NOERROR' && !blocked;
  row.set(OUTCOME, answered ? 'success' : record.rcode === undefined && !blocked ? 'unknown' : 'failure');
}

function setSource(row: Row, address: string | undefined): void {
  if (address === undefined || !row.set(SOURCE_IP, address)) return;
  row.add(RELATED_IP, address);
  row.set(NETWORK_TYPE, address.includes(':') ? 'ipv6' : 'ipv4');
}
