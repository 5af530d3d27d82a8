import type { EventField, EventFieldType } from '../../event_field';

/**
 * Where each field of a flow log record goes. Names and versions:
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html (VPC) and
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-flow-logs.html (transit gateways).
 */
export const COLUMNS: Readonly<Record<string, readonly [path: string, type: EventFieldType]>> = {
  // Version 2, the default format
  version: ['aws.vpcflow.version', 'keyword'],
  'account-id': ['cloud.account.id', 'keyword'],
  'interface-id': ['aws.vpcflow.interface_id', 'keyword'],
  srcaddr: ['source.ip', 'ip'],
  dstaddr: ['destination.ip', 'ip'],
  srcport: ['source.port', 'integer'],
  dstport: ['destination.port', 'integer'],
  protocol: ['network.iana_number', 'keyword'],
  packets: ['network.packets', 'long'],
  bytes: ['network.bytes', 'long'],
  start: ['event.start', 'date'],
  end: ['event.end', 'date'],
  action: ['aws.vpcflow.action', 'keyword'],
  'log-status': ['aws.vpcflow.log_status', 'keyword'],
  // Version 3
  'vpc-id': ['aws.vpcflow.vpc_id', 'keyword'],
  'subnet-id': ['aws.vpcflow.subnet_id', 'keyword'],
  'instance-id': ['cloud.instance.id', 'keyword'],
  'tcp-flags': ['aws.vpcflow.tcp_flags', 'integer'],
  type: ['aws.vpcflow.type', 'keyword'],
  'pkt-srcaddr': ['aws.vpcflow.pkt_srcaddr', 'ip'],
  'pkt-dstaddr': ['aws.vpcflow.pkt_dstaddr', 'ip'],
  // Version 4
  region: ['cloud.region', 'keyword'],
  'az-id': ['cloud.availability_zone', 'keyword'],
  'sublocation-type': ['aws.vpcflow.sublocation.type', 'keyword'],
  'sublocation-id': ['aws.vpcflow.sublocation.id', 'keyword'],
  // Version 5
  'pkt-src-aws-service': ['aws.vpcflow.pkt_src_service', 'keyword'],
  'pkt-dst-aws-service': ['aws.vpcflow.pkt_dst_service', 'keyword'],
  'flow-direction': ['aws.vpcflow.flow_direction', 'keyword'],
  'traffic-path': ['aws.vpcflow.traffic_path', 'integer'],
  // Version 6, transit gateways
  'resource-type': ['aws.vpcflow.resource_type', 'keyword'],
  'tgw-id': ['aws.vpcflow.tgw.id', 'keyword'],
  'tgw-attachment-id': ['aws.vpcflow.tgw.attachment_id', 'keyword'],
  'tgw-pair-attachment-id': ['aws.vpcflow.tgw.pair_attachment_id', 'keyword'],
  'tgw-src-vpc-account-id': ['aws.vpcflow.tgw.src_vpc_account_id', 'keyword'],
  'tgw-dst-vpc-account-id': ['aws.vpcflow.tgw.dst_vpc_account_id', 'keyword'],
  'tgw-src-vpc-id': ['aws.vpcflow.tgw.src_vpc_id', 'keyword'],
  'tgw-dst-vpc-id': ['aws.vpcflow.tgw.dst_vpc_id', 'keyword'],
  'tgw-src-subnet-id': ['aws.vpcflow.tgw.src_subnet_id', 'keyword'],
  'tgw-dst-subnet-id': ['aws.vpcflow.tgw.dst_subnet_id', 'keyword'],
  'tgw-src-eni': ['aws.vpcflow.tgw.src_eni', 'keyword'],
  'tgw-dst-eni': ['aws.vpcflow.tgw.dst_eni', 'keyword'],
  'tgw-src-az-id': ['aws.vpcflow.tgw.src_az_id', 'keyword'],
  'tgw-dst-az-id': ['aws.vpcflow.tgw.dst_az_id', 'keyword'],
  'packets-lost-no-route': ['aws.vpcflow.packets_lost.no_route', 'long'],
  'packets-lost-blackhole': ['aws.vpcflow.packets_lost.blackhole', 'long'],
  'packets-lost-mtu-exceeded': ['aws.vpcflow.packets_lost.mtu_exceeded', 'long'],
  'packets-lost-ttl-expired': ['aws.vpcflow.packets_lost.ttl_expired', 'long'],
  // Version 7
  'ecs-cluster-arn': ['aws.vpcflow.ecs.cluster_arn', 'keyword'],
  'ecs-cluster-name': ['aws.vpcflow.ecs.cluster_name', 'keyword'],
  'ecs-container-instance-arn': ['aws.vpcflow.ecs.container_instance_arn', 'keyword'],
  'ecs-container-instance-id': ['aws.vpcflow.ecs.container_instance_id', 'keyword'],
  'ecs-container-id': ['aws.vpcflow.ecs.container_id', 'keyword'],
  'ecs-second-container-id': ['aws.vpcflow.ecs.second_container_id', 'keyword'],
  'ecs-service-name': ['aws.vpcflow.ecs.service_name', 'keyword'],
  'ecs-task-definition-arn': ['aws.vpcflow.ecs.task_definition_arn', 'keyword'],
  'ecs-task-arn': ['aws.vpcflow.ecs.task_arn', 'keyword'],
  'ecs-task-id': ['aws.vpcflow.ecs.task_id', 'keyword'],
  // Version 8 and later
  'reject-reason': ['aws.vpcflow.reject_reason', 'keyword'],
  'resource-id': ['aws.vpcflow.resource_id', 'keyword'],
  'encryption-status': ['aws.vpcflow.encryption_status', 'keyword'],
};

/** Fields of the default format, in its order. */
export const DEFAULT_FORMAT: readonly string[] = Object.keys(COLUMNS).slice(0, 14);

/** Fields of the default format of transit gateways, in its order. */
export const TRANSIT_GATEWAY_FORMAT: readonly string[] = (
  'version resource-type account-id tgw-id tgw-attachment-id tgw-src-vpc-account-id tgw-dst-vpc-account-id tgw-src-vpc-id tgw-dst-vpc-id tgw-src-subnet-id ' +
  'tgw-dst-subnet-id tgw-src-eni tgw-dst-eni tgw-src-az-id tgw-dst-az-id tgw-pair-attachment-id srcaddr dstaddr srcport ' +
  'dstport protocol packets bytes start end log-status type packets-lost-no-route packets-lost-blackhole ' +
  'packets-lost-mtu-exceeded packets-lost-ttl-expired tcp-flags region flow-direction pkt-src-aws-service pkt-dst-aws-service'
).split(' ');

const COMMON_PATHS = new Set(['cloud.account.id', 'cloud.region']);

/** Fields of flow log events besides the common ones. */
export const VPCFLOW_FIELDS: readonly EventField[] = [
  ...Object.values(COLUMNS)
    .filter(([path]) => !COMMON_PATHS.has(path))
    .map(([path, type]) => ({ path, type })),
  { path: 'network.direction', type: 'keyword' },
  { path: 'network.transport', type: 'keyword' },
  { path: 'network.type', type: 'keyword' },
  { path: 'source.bytes', type: 'long' },
  { path: 'source.packets', type: 'long' },
  { path: 'aws.vpcflow.tcp_flags_array', type: 'keyword', many: true },
  /** `name=value` of fields that AWS added after this was written. */
  { path: 'aws.vpcflow.other', type: 'keyword', many: true },
];
