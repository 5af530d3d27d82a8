import type { EventField, EventFieldType } from '../../event_field';

type Column = readonly [record: string, path: string, type?: EventFieldType, many?: 'many'];

const RESOURCE = 'aws.guardduty.resource';
const ACTION = 'aws.guardduty.service.action';

/**
 * Where the values of a finding go (`keyword` unless told); arrays lose their indexes. There are hundreds more, different for each kind of
 * resource and action: those are kept as `path=value` under `aws.guardduty.other`.
 * https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-summary.html
 */
export const COLUMNS: readonly Column[] = [
  ['accountId', 'cloud.account.id'],
  ['region', 'cloud.region'],
  ['id', 'event.id'],
  ['updatedAt', '@timestamp', 'date'],
  ['createdAt', 'event.created', 'date'],
  ['type', 'rule.name'],
  ['description', 'message', 'text'],
  ['title', 'aws.guardduty.title'],
  ['arn', 'aws.guardduty.arn'],
  ['partition', 'aws.guardduty.partition'],
  ['schemaVersion', 'aws.guardduty.schema_version'],
  ['severity', 'aws.guardduty.severity.code', 'double'],
  ['confidence', 'aws.guardduty.confidence', 'double'],
  ['associatedAttackSequenceArn', 'aws.guardduty.associated_attack_sequence_arn'],
  ['resource.resourceType', `${RESOURCE}.type`],
  ['resource.accessKeyDetails.accessKeyId', `${RESOURCE}.access_key_details.accesskey_id`],
  ['resource.accessKeyDetails.principalId', `${RESOURCE}.access_key_details.principal_id`],
  ['resource.accessKeyDetails.userName', `${RESOURCE}.access_key_details.user.name`],
  ['resource.accessKeyDetails.userType', `${RESOURCE}.access_key_details.user.type`],
  ['resource.instanceDetails.instanceId', 'cloud.instance.id'],
  ['resource.instanceDetails.instanceType', 'cloud.machine.type'],
  ['resource.instanceDetails.availabilityZone', 'cloud.availability_zone'],
  ['resource.instanceDetails.imageId', `${RESOURCE}.instance_details.image.id`],
  ['resource.instanceDetails.instanceState', `${RESOURCE}.instance_details.instance.state`],
  ['resource.instanceDetails.iamInstanceProfile.arn', `${RESOURCE}.instance_details.iaminstance_profile.arn`],
  [
    'resource.instanceDetails.networkInterfaces.networkInterfaceId',
    `${RESOURCE}.instance_details.network_interfaces.network_interface_id`,
    'keyword',
    'many',
  ],
  [
    'resource.instanceDetails.networkInterfaces.privateIpAddress',
    `${RESOURCE}.instance_details.network_interfaces.private.ip_address`,
    'ip',
    'many',
  ],
  [
    'resource.instanceDetails.networkInterfaces.publicIp',
    `${RESOURCE}.instance_details.network_interfaces.public.ip`,
    'ip',
    'many',
  ],
  [
    'resource.instanceDetails.networkInterfaces.vpcId',
    `${RESOURCE}.instance_details.network_interfaces.vpc_id`,
    'keyword',
    'many',
  ],
  [
    'resource.instanceDetails.networkInterfaces.subnetId',
    `${RESOURCE}.instance_details.network_interfaces.subnet_id`,
    'keyword',
    'many',
  ],
  [
    'resource.instanceDetails.networkInterfaces.securityGroups.groupId',
    `${RESOURCE}.instance_details.network_interfaces.security_groups.group.id`,
    'keyword',
    'many',
  ],
  ['resource.s3BucketDetails.arn', `${RESOURCE}.s3_bucket_details.arn`, 'keyword', 'many'],
  ['resource.s3BucketDetails.name', `${RESOURCE}.s3_bucket_details.name`, 'keyword', 'many'],
  [
    'resource.s3BucketDetails.publicAccess.effectivePermission',
    `${RESOURCE}.s3_bucket_details.public_access.effective_permission`,
    'keyword',
    'many',
  ],
  ['resource.eksClusterDetails.arn', `${RESOURCE}.eks_cluster_details.arn`],
  ['resource.eksClusterDetails.name', `${RESOURCE}.eks_cluster_details.name`],
  ['resource.ecsClusterDetails.arn', `${RESOURCE}.ecs_cluster_details.arn`],
  ['resource.ecsClusterDetails.name', `${RESOURCE}.ecs_cluster_details.name`],
  ['resource.lambdaDetails.functionArn', `${RESOURCE}.lambda_details.function.arn`],
  ['resource.lambdaDetails.functionName', `${RESOURCE}.lambda_details.function.name`],
  ['resource.rdsDbInstanceDetails.dbInstanceArn', `${RESOURCE}.rds_db_instance_details.arn`],
  ['resource.rdsDbInstanceDetails.dbInstanceIdentifier', `${RESOURCE}.rds_db_instance_details.id`],
  ['resource.containerDetails.image', `${RESOURCE}.container_details.image.value`],
  ['resource.containerDetails.name', `${RESOURCE}.container_details.name`],
  [
    'resource.kubernetesDetails.kubernetesUserDetails.username',
    `${RESOURCE}.kubernetes_details.kubernetes_user_details.user_name`,
  ],
  ['service.action.actionType', 'event.action'],
  ['service.action.awsApiCallAction.api', `${ACTION}.aws_api_call_action.api`],
  ['service.action.awsApiCallAction.serviceName', `${ACTION}.aws_api_call_action.service_name`],
  ['service.action.awsApiCallAction.callerType', `${ACTION}.aws_api_call_action.caller_type`],
  ['service.action.awsApiCallAction.errorCode', `${ACTION}.aws_api_call_action.error_code`],
  ['service.action.awsApiCallAction.userAgent', 'user_agent.original', 'keyword_lower'],
  ['service.action.dnsRequestAction.domain', 'dns.question.name'],
  ['service.action.dnsRequestAction.blocked', `${ACTION}.dns_request_action.blocked`, 'boolean'],
  [
    'service.action.networkConnectionAction.connectionDirection',
    `${ACTION}.network_connection_action.connection_direction`,
  ],
  [
    'service.action.networkConnectionAction.blocked',
    `${ACTION}.network_connection_action.blocked`,
    'boolean',
  ],
  ['service.action.portProbeAction.blocked', `${ACTION}.port_probe_action.blocked`, 'boolean'],
  ['service.action.kubernetesApiCallAction.verb', `${ACTION}.kubernetes_api_call_action.verb`],
  ['service.action.kubernetesApiCallAction.requestUri', `${ACTION}.kubernetes_api_call_action.request_uri`],
  ['service.archived', 'aws.guardduty.service.archived', 'boolean'],
  ['service.count', 'aws.guardduty.service.count', 'long'],
  ['service.detectorId', 'aws.guardduty.service.detector_id'],
  ['service.eventFirstSeen', 'event.start', 'date'],
  ['service.eventLastSeen', 'event.end', 'date'],
  ['service.featureName', 'aws.guardduty.service.feature_name'],
  ['service.resourceRole', 'aws.guardduty.service.resource_role'],
  ['service.serviceName', 'cloud.service.name'],
  ['service.additionalInfo.sample', 'aws.guardduty.service.additional_info.sample', 'boolean'],
  [
    'service.evidence.threatIntelligenceDetails.threatListName',
    'aws.guardduty.service.evidence.threat_intelligence_details.threat.list_name',
    'keyword',
    'many',
  ],
  [
    'service.evidence.threatIntelligenceDetails.threatNames',
    'aws.guardduty.service.evidence.threat_intelligence_details.threat.names',
    'keyword',
    'many',
  ],
];

const COMMON_PATHS = new Set(['@timestamp', 'cloud.account.id', 'cloud.region', 'event.id', 'event.action']);

/** Fields of GuardDuty events besides the common ones. */
export const GUARDDUTY_FIELDS: readonly EventField[] = [
  ...COLUMNS.filter(([, path]) => !COMMON_PATHS.has(path)).map(
    ([, path, type = 'keyword', many]): EventField => ({ path, type, ...(many && { many: true }) }),
  ),
  { path: 'event.severity', type: 'long' },
  /** `Low` to `Critical`, as GuardDuty names its numbers. */
  { path: 'aws.guardduty.severity.value', type: 'keyword' },
  { path: 'rule.category', type: 'keyword' },
  { path: 'rule.ruleset', type: 'keyword' },
  { path: 'user.name', type: 'keyword' },
  { path: 'user.id', type: 'keyword' },
  { path: 'source.ip', type: 'ip', many: true },
  { path: 'source.port', type: 'integer' },
  { path: 'destination.ip', type: 'ip', many: true },
  { path: 'destination.port', type: 'integer' },
  { path: 'network.direction', type: 'keyword' },
  { path: 'network.transport', type: 'keyword' },
  { path: 'aws.guardduty.other', type: 'keyword_lower', many: true },
];
