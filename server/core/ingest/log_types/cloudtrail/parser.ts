import { type Json, objectOf, textOf } from '../../json_value';
import { keyValues } from '../../key_values';
import type { ObjectContext, ParseOutcome, RecordParser } from '../../log_type';
import { keyFacts } from '../../object_key';
import type { Row } from '../../row';
import { layoutOf } from '../../row_layout';
import { classify } from './categories';
import { CLOUDTRAIL_FIELDS } from './columns';
import { setDerived } from './derived';
import { whoIs } from './identity';
import { placeRecord } from './record_walk';
import { targetsOf } from './target';

const layout = layoutOf(CLOUDTRAIL_FIELDS);
const ACCOUNT = layout.slot('cloud.account.id');
const REGION = layout.slot('cloud.region');
const ACTION = layout.slot('event.action');
const PROVIDER = layout.slot('event.provider');
const OUTCOME = layout.slot('event.outcome');
const CATEGORY = layout.slot('event.category');
const EVENT_TYPE = layout.slot('event.type');
const RELATED_IP = layout.slot('related.ip');
const RELATED_USER = layout.slot('related.user');
const SOURCE_IP = layout.slot('source.ip');
const USER_NAME = layout.slot('user.name');
const ERROR_CODE = layout.slot('error.code');
const ERROR_MESSAGE = layout.slot('error.message');
const TLS_VERSION = layout.slot('tls.version');
const TLS_PROTOCOL = layout.slot('tls.version_protocol');
const MFA_USED = layout.slot('aws.cloudtrail.console_login.additional_eventdata.mfa_used');
const RESOURCE_ARN = layout.slot('aws.cloudtrail.resources.arn');
const RESOURCE_ACCOUNT = layout.slot('aws.cloudtrail.resources.account_id');
const RESOURCE_TYPE = layout.slot('aws.cloudtrail.resources.type');
const OTHER = layout.slot('aws.cloudtrail.other');
const TARGET = layout.slot('aws.cloudtrail.target_id');
const REQUEST = layout.slot('aws.cloudtrail.request_parameters');
const REQUEST_KV = layout.slot('aws.cloudtrail.request_kv');
const RESPONSE = layout.slot('aws.cloudtrail.response_elements');
const RESPONSE_KV = layout.slot('aws.cloudtrail.response_kv');

const INFO = ['info'];

/** Maps CloudTrail records: management, data, network activity and insight events. */
export class CloudTrailParser implements RecordParser<Json> {
  private readonly account: string | undefined;
  private readonly region: string;

  constructor(context: ObjectContext) {
    const facts = keyFacts(context.key);
    this.account = facts.accountId;
    this.region = facts.region ?? context.region;
  }

  parse(record: Json, row: Row): ParseOutcome {
    if (textOf(record.eventTime) === undefined || record.eventVersion === undefined) {
      return { reject: 'The record is not a CloudTrail event: it lacks eventTime or eventVersion.' };
    }
    const identity = objectOf(record.userIdentity) ?? {};
    const parameters = objectOf(record.requestParameters);
    row.set(REGION, this.region);
    row.set(ACCOUNT, textOf(record.recipientAccountId) ?? textOf(identity.accountId) ?? this.account);
    placeRecord(record, row);
    setAddress(row, textOf(record.sourceIPAddress));
    setUser(row, identity, parameters);
    setOutcome(row, record);
    setInsight(row, objectOf(record.insightDetails));
    setTls(row, textOf(objectOf(record.tlsDetails)?.tlsVersion));
    setMfa(row, objectOf(record.additionalEventData)?.MFAUsed);
    setDerived(row, {
      source: textOf(record.eventSource) ?? '',
      action: textOf(record.eventName) ?? '',
      failed: record.errorCode !== undefined || record.errorMessage !== undefined,
      identity,
      recipient: textOf(record.recipientAccountId),
      parameters,
      response: objectOf(record.responseElements),
    });
    row.setList(TARGET, targetsOf(parameters, setResources(row, record.resources)));
    row.setObject(REQUEST, record.requestParameters);
    row.setList(REQUEST_KV, keyValues(record.requestParameters));
    row.setObject(RESPONSE, record.responseElements);
    row.setList(RESPONSE_KV, keyValues(record.responseElements));
    return 'event';
  }
}

/** The address may also be the name of an AWS service; only `source.address` takes that. */
function setAddress(row: Row, address: string | undefined): void {
  if (address !== undefined && row.set(SOURCE_IP, address)) row.add(RELATED_IP, address);
}

function setUser(row: Row, identity: Json, parameters: Json | undefined): void {
  const { name, session } = whoIs(identity);
  row.set(USER_NAME, name);
  row.add(RELATED_USER, name);
  row.add(RELATED_USER, session);
  row.add(RELATED_USER, textOf(parameters?.userName));
}

function setOutcome(row: Row, record: Json): void {
  const action = textOf(record.eventName) ?? '';
  const code = textOf(record.errorCode);
  const message = textOf(record.errorMessage);
  // Sign-in events tell it here: {"ConsoleLogin": "Failure"}.
  const verdict = objectOf(record.responseElements)?.[action];
  const failed = code !== undefined || message !== undefined || verdict === 'Failure';
  row.set(OUTCOME, failed ? 'failure' : 'success');
  row.set(ERROR_CODE, code);
  row.set(ERROR_MESSAGE, message);
  const { category, type } = classify(textOf(record.eventSource) ?? '', action, code ?? '');
  row.setList(CATEGORY, category);
  row.setList(EVENT_TYPE, type);
}

/** An insight tells of an unusual rate of a call, not of one call. */
function setInsight(row: Row, insight: Json | undefined): void {
  if (!insight) return;
  row.set(ACTION, textOf(insight.eventName));
  row.set(PROVIDER, textOf(insight.eventSource));
  row.set(OUTCOME, 'unknown');
  row.setList(EVENT_TYPE, INFO);
}

/** `TLSv1.2` → protocol `tls`, version `1.2`. */
function setTls(row: Row, version: string | undefined): void {
  if (!version?.startsWith('TLSv')) return;
  row.set(TLS_PROTOCOL, 'tls');
  row.set(TLS_VERSION, version.slice(4));
}

function setMfa(row: Row, used: unknown): void {
  if (used === 'Yes' || used === 'No') row.setScalar(MFA_USED, used === 'Yes');
}

/** Sets what the record says of resources; returns their ARNs. */
function setResources(row: Row, resources: unknown): string[] {
  if (!Array.isArray(resources)) {
    for (const entry of keyValues(resources, 'resources')) row.add(OTHER, entry);
    return [];
  }
  const arns: string[] = [];
  for (const item of resources as unknown[]) {
    const { ARN, accountId, type, ...rest } = objectOf(item) ?? { value: item };
    const arn = textOf(ARN);
    if (arn !== undefined) arns.push(arn);
    row.add(RESOURCE_ARN, arn);
    row.add(RESOURCE_ACCOUNT, textOf(accountId));
    row.add(RESOURCE_TYPE, textOf(type));
    for (const entry of keyValues(rest, 'resources')) row.add(OTHER, entry);
  }
  return arns;
}
