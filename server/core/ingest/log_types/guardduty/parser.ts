import { type Json, listOf, objectOf, textOf } from '../../json_value';
import type { ParseOutcome, RecordParser } from '../../log_type';
import { recordPlacer } from '../../record_placer';
import type { Row } from '../../row';
import { layoutOf } from '../../row_layout';
import { COLUMNS, GUARDDUTY_FIELDS } from './columns';

const layout = layoutOf(GUARDDUTY_FIELDS);
const SEVERITY = layout.slot('event.severity');
const SEVERITY_NAME = layout.slot('aws.guardduty.severity.value');
const CATEGORY = layout.slot('event.category');
const RULE_CATEGORY = layout.slot('rule.category');
const RULESET = layout.slot('rule.ruleset');
const USER_NAME = layout.slot('user.name');
const USER_ID = layout.slot('user.id');
const RELATED_USER = layout.slot('related.user');
const RELATED_IP = layout.slot('related.ip');
const SOURCE = { ip: layout.slot('source.ip'), port: layout.slot('source.port') };
const DESTINATION = { ip: layout.slot('destination.ip'), port: layout.slot('destination.port') };
const DIRECTION = layout.slot('network.direction');
const TRANSPORT = layout.slot('network.transport');

const INTRUSION = ['intrusion_detection'];
const MALWARE = ['malware', 'intrusion_detection'];
const CREDENTIALS = ['iam', 'intrusion_detection'];

/** Reads GuardDuty findings; each export of a finding that went on is an event of its own, with the same `event.id`. */
export class GuardDutyParser implements RecordParser<Json> {
  parse(record: Json, row: Row): ParseOutcome {
    const type = textOf(record.type);
    if (type === undefined || textOf(record.updatedAt) === undefined || typeof record.severity !== 'number') {
      return { reject: 'The record is no GuardDuty finding: it lacks type, severity or updatedAt.' };
    }
    placeRecord(record, row);
    setType(row, type);
    setSeverity(row, record.severity);
    const resource = objectOf(record.resource);
    setUser(row, resource);
    const action = objectOf(objectOf(record.service)?.action);
    if (action) setConnection(row, action, localAddresses(resource));
    return 'event';
  }
}

const placeRecord = recordPlacer(layout, COLUMNS, 'aws.guardduty.other');

/** `ThreatPurpose:ResourceType/FindingName`, https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-format.html */
function setType(row: Row, type: string): void {
  const colon = type.indexOf(':');
  const slash = type.indexOf('/');
  if (colon < 0 || slash < colon) return row.setList(CATEGORY, INTRUSION);
  const purpose = type.slice(0, colon);
  row.set(RULE_CATEGORY, purpose);
  row.set(RULESET, type.slice(0, slash));
  const subject = type.slice(colon + 1, slash);
  if (purpose === 'Execution' && /Malicious|Malware/.test(type)) row.setList(CATEGORY, MALWARE);
  else row.setList(CATEGORY, subject === 'IAMUser' ? CREDENTIALS : INTRUSION);
}

/** https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html */
function setSeverity(row: Row, severity: number): void {
  row.setScalar(SEVERITY, Math.floor(severity));
  const name = severity >= 9 ? 'Critical' : severity >= 7 ? 'High' : severity >= 4 ? 'Medium' : 'Low';
  row.set(SEVERITY_NAME, name);
}

function setUser(row: Row, resource: Json | undefined): void {
  const key = objectOf(resource?.accessKeyDetails);
  const pod = objectOf(objectOf(resource?.kubernetesDetails)?.kubernetesUserDetails);
  const name = textOf(key?.userName) ?? textOf(pod?.username);
  const id = textOf(key?.principalId) ?? textOf(pod?.uid);
  row.set(USER_NAME, name);
  row.set(USER_ID, id);
  row.add(RELATED_USER, name);
  row.add(RELATED_USER, id);
}

/** The addresses of the instance that the finding is about. */
function localAddresses(resource: Json | undefined): string[] {
  return listOf(objectOf(resource?.instanceDetails)?.networkInterfaces)
    .map((item) => textOf(objectOf(item)?.privateIpAddress))
    .filter((address) => address !== undefined);
}

/** Who talked to whom: the remote side is the source, unless the instance reached out. */
function setConnection(row: Row, action: Json, local: readonly string[]): void {
  for (const name in action) {
    const details = objectOf(action[name]);
    if (!details) continue;
    const outbound = details.connectionDirection === 'OUTBOUND' || name === 'dnsRequestAction';
    const [remote, own] = outbound ? [DESTINATION, SOURCE] : [SOURCE, DESTINATION];
    if (details.connectionDirection === 'INBOUND' || details.connectionDirection === 'OUTBOUND') {
      row.set(DIRECTION, details.connectionDirection.toLowerCase());
    }
    row.set(TRANSPORT, textOf(details.protocol)?.toLowerCase());
    setSide(row, own, details.localIpDetails, details.localPortDetails);
    setSide(row, remote, details.remoteIpDetails, details.remotePortDetails);
    for (const probe of listOf(details.portProbeDetails)) {
      const { localIpDetails, localPortDetails, remoteIpDetails } = objectOf(probe) ?? {};
      setSide(row, own, localIpDetails, localPortDetails);
      setSide(row, remote, remoteIpDetails, undefined);
    }
    if (row.get(own.ip) === undefined) for (const address of local) addAddress(row, own.ip, address);
  }
}

function setSide(row: Row, side: typeof SOURCE, ipDetails: unknown, portDetails: unknown): void {
  const ip = objectOf(ipDetails);
  addAddress(row, side.ip, textOf(ip?.ipAddressV4));
  addAddress(row, side.ip, textOf(ip?.ipAddressV6));
  const port = objectOf(portDetails)?.port;
  if (typeof port === 'number' && row.get(side.port) === undefined) row.set(side.port, String(port));
}

function addAddress(row: Row, slot: number, address: string | undefined): void {
  row.add(slot, address);
  row.add(RELATED_IP, address);
}
