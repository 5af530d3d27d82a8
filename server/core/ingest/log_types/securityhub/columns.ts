import type { EventField, EventFieldType } from '../../event_field';

type Column = readonly [record: string, path: string, type?: EventFieldType, many?: 'many'];

const HUB = 'aws.securityhub_findings';

/**
 * Where the values of a finding go (`keyword` unless told); arrays lose their indexes. What is not listed here, such as the details of
 * resources, which differ for each type, is kept as `path=value` under `aws.securityhub_findings.other`.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-syntax.html
 */
export const COLUMNS: readonly Column[] = [
  ['AwsAccountId', 'cloud.account.id'],
  ['AwsAccountName', 'cloud.account.name'],
  ['Region', 'cloud.region'],
  ['Id', 'event.id'],
  ['UpdatedAt', '@timestamp', 'date'],
  ['CreatedAt', 'event.created', 'date'],
  ['FirstObservedAt', 'event.start', 'date'],
  ['LastObservedAt', 'event.end', 'date'],
  ['Description', 'message', 'text'],
  ['Title', 'rule.name'],
  ['GeneratorId', 'rule.id'],
  ['SourceUrl', 'event.url'],
  ['SchemaVersion', `${HUB}.schema.version`],
  ['ProcessedAt', `${HUB}.processed_at`, 'date'],
  ['ProductArn', `${HUB}.product.arn`],
  ['ProductName', `${HUB}.product.name`],
  ['CompanyName', `${HUB}.company.name`],
  ['Types', `${HUB}.types`, 'keyword', 'many'],
  ['Severity.Label', `${HUB}.severity.label`],
  ['Severity.Normalized', 'event.severity', 'long'],
  ['Severity.Original', `${HUB}.severity.original`],
  ['Severity.Product', `${HUB}.severity.product`, 'double'],
  ['Confidence', `${HUB}.confidence`, 'long'],
  ['Criticality', `${HUB}.criticality`, 'long'],
  ['RecordState', `${HUB}.record_state`],
  ['WorkflowState', `${HUB}.workflow.state`],
  ['Workflow.Status', `${HUB}.workflow.status`],
  ['VerificationState', `${HUB}.verification_state`],
  ['Compliance.Status', `${HUB}.compliance.status`],
  ['Compliance.SecurityControlId', `${HUB}.compliance.security_control_id`],
  ['Compliance.RelatedRequirements', `${HUB}.compliance.related_requirements`, 'keyword', 'many'],
  [
    'Compliance.AssociatedStandards.StandardsId',
    `${HUB}.compliance.associated_standards.id`,
    'keyword',
    'many',
  ],
  ['Compliance.StatusReasons.ReasonCode', `${HUB}.compliance.status_reasons.reason_code`, 'keyword', 'many'],
  ['Remediation.Recommendation.Text', `${HUB}.remediation.recommendation.text`],
  ['Remediation.Recommendation.Url', `${HUB}.remediation.recommendation.url`],
  ['Resources.Id', `${HUB}.resources.id`, 'keyword', 'many'],
  ['Resources.Type', `${HUB}.resources.type`, 'keyword', 'many'],
  ['Resources.Region', `${HUB}.resources.region`, 'keyword', 'many'],
  ['Resources.Partition', `${HUB}.resources.partition`, 'keyword', 'many'],
  ['Resources.Details.AwsIamAccessKey.UserName', 'related.user', 'keyword', 'many'],
  ['Resources.Details.AwsIamAccessKey.PrincipalName', 'related.user', 'keyword', 'many'],
  ['Resources.Details.AwsIamUser.UserName', 'related.user', 'keyword', 'many'],
  ['Network.Direction', `${HUB}.network.direction`],
  ['Network.Protocol', `${HUB}.network.protocol`],
  ['Network.SourceIpV4', 'source.ip', 'ip', 'many'],
  ['Network.SourceIpV6', 'source.ip', 'ip', 'many'],
  ['Network.SourcePort', 'source.port', 'integer'],
  ['Network.SourceDomain', 'source.domain'],
  ['Network.DestinationIpV4', 'destination.ip', 'ip', 'many'],
  ['Network.DestinationIpV6', 'destination.ip', 'ip', 'many'],
  ['Network.DestinationPort', 'destination.port', 'integer'],
  ['Network.DestinationDomain', 'destination.domain'],
  ['Action.ActionType', 'event.action'],
  ['Action.AwsApiCallAction.Api', `${HUB}.action.aws_api_call.api`],
  ['Action.AwsApiCallAction.ServiceName', `${HUB}.action.aws_api_call.service.name`],
  ['Action.AwsApiCallAction.CallerType', `${HUB}.action.aws_api_call.caller.type`],
  ['Action.AwsApiCallAction.RemoteIpDetails.IpAddressV4', 'source.ip', 'ip', 'many'],
  ['Action.DnsRequestAction.Domain', 'dns.question.name'],
  ['Action.NetworkConnectionAction.ConnectionDirection', `${HUB}.action.network_connection.direction`],
  [
    'Action.NetworkConnectionAction.RemoteIpDetails.IpAddressV4',
    `${HUB}.action.network_connection.remote_ip.ip.address_v4`,
    'ip',
  ],
  ['Action.PortProbeAction.PortProbeDetails.RemoteIpDetails.IpAddressV4', 'source.ip', 'ip', 'many'],
  ['Malware.Name', `${HUB}.malware.name`, 'keyword', 'many'],
  ['Process.Name', 'process.name'],
  ['Process.Path', 'process.executable'],
  ['Process.Pid', 'process.pid', 'long'],
  ['ThreatIntelIndicators.Type', `${HUB}.threat_intel_indicators.type`, 'keyword', 'many'],
  ['ThreatIntelIndicators.Value', `${HUB}.threat_intel_indicators.value`, 'keyword', 'many'],
  ['Vulnerabilities.Id', 'vulnerability.id', 'keyword', 'many'],
  ['Note.Text', `${HUB}.note.text`],
  ['Note.UpdatedBy', `${HUB}.note.updated_by`],
  ['FindingProviderFields.Severity.Label', `${HUB}.provider_fields.severity.label`],
  ['FindingProviderFields.Severity.Original', `${HUB}.provider_fields.severity.original`],
  ['FindingProviderFields.Types', `${HUB}.provider_fields.types`, 'keyword', 'many'],
];

const COMMON_PATHS = new Set([
  '@timestamp',
  'cloud.account.id',
  'cloud.region',
  'event.id',
  'event.action',
  'related.user',
]);

/** Several values of a finding may share a field. */
const own = new Map(
  COLUMNS.filter(([, path]) => !COMMON_PATHS.has(path)).map((column) => [column[1], column]),
);

/** Fields of Security Hub events besides the common ones. */
export const SECURITYHUB_FIELDS: readonly EventField[] = [
  ...[...own.values()].map(([, path, type = 'keyword', many]): EventField => ({
    path,
    type,
    ...(many && { many: true }),
  })),
  { path: `${HUB}.other`, type: 'keyword_lower', many: true },
];
