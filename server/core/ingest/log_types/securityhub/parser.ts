import { type Json, listOf, objectOf, textOf } from '../../json_value';
import type { ParseOutcome, RecordParser } from '../../log_type';
import { recordPlacer } from '../../record_placer';
import type { Row } from '../../row';
import { layoutOf } from '../../row_layout';
import { COLUMNS, SECURITYHUB_FIELDS } from './columns';

const layout = layoutOf(SECURITYHUB_FIELDS);
const OUTCOME = layout.slot('event.outcome');
const CATEGORY = layout.slot('event.category');
const KIND = layout.slot('event.kind');
const SEVERITY = layout.slot('event.severity');
const SOURCE_IP = layout.slot('source.ip');
const DESTINATION_IP = layout.slot('destination.ip');
const RELATED_IP = layout.slot('related.ip');

/** ECS categories by the namespace of a finding's first type: `Namespace/Category/Classifier`. */
const CATEGORIES: ReadonlyArray<readonly [namespace: string, kind: string, category: string[]]> = [
  ['TTPs', 'alert', ['threat', 'intrusion_detection']],
  ['Effects', 'alert', ['threat', 'intrusion_detection']],
  ['Unusual Behaviors', 'alert', ['intrusion_detection']],
  ['Software and Configuration Checks/Vulnerabilities', 'state', ['vulnerability']],
  ['', 'state', ['configuration']],
];

/** Of findings without a number, as Security Hub itself derives it. */
const SEVERITIES: Readonly<Record<string, number>> = {
  INFORMATIONAL: 0,
  LOW: 1,
  MEDIUM: 40,
  HIGH: 70,
  CRITICAL: 90,
};

const placeRecord = recordPlacer(layout, COLUMNS, 'aws.securityhub_findings.other');

/** Reads findings in the AWS Security Finding Format; each update of a finding is an event of its own, with the same `event.id`. */
export class SecurityHubParser implements RecordParser<Json> {
  parse(record: Json, row: Row): ParseOutcome {
    if (textOf(record.Id) === undefined || textOf(record.ProductArn) === undefined) {
      return { reject: 'The record is no finding of Security Hub (ASFF): it lacks Id or ProductArn.' };
    }
    placeRecord(record, row);
    setCategory(row, record.Types);
    const compliance = textOf(objectOf(record.Compliance)?.Status);
    row.set(OUTCOME, compliance === 'PASSED' ? 'success' : compliance === 'FAILED' ? 'failure' : 'unknown');
    const severity = SEVERITIES[textOf(objectOf(record.Severity)?.Label) ?? ''];
    if (row.get(SEVERITY) === undefined && severity !== undefined) row.setScalar(SEVERITY, severity);
    for (const slot of [SOURCE_IP, DESTINATION_IP]) {
      for (const address of (row.get(slot) as string[] | undefined) ?? []) row.add(RELATED_IP, address);
    }
    return 'event';
  }
}

/** What a check found is a state; what somebody did is an alert. */
function setCategory(row: Row, types: unknown): void {
  const type = textOf(listOf(types)[0]) ?? '';
  const known = CATEGORIES.find(([namespace]) => type.startsWith(namespace));
  if (!known) return;
  const [, kind, category] = known;
  row.set(KIND, kind);
  row.setList(CATEGORY, category);
}
