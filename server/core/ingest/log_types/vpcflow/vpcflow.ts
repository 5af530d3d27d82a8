import type { LineLogType } from '../../log_type';
import { markerReason } from '../../object_key';
import { VPCFLOW_FIELDS } from './columns';
import { VpcFlowParser } from './parser';
import { VPCFLOW_SETUP } from './setup';

/** VPC and transit gateway flow logs as text or Parquet, delivered to S3, by Firehose, or exported from CloudWatch Logs. */
export const vpcflow: LineLogType = {
  id: 'vpcflow',
  title: 'VPC Flow',
  description: 'Network flows of VPCs, subnets, network interfaces and transit gateways.',
  docsUrl: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
  dataset: 'aws.vpcflow',
  deliveryDelay: '5 to 15 minutes',
  keyLayouts: [
    '{{prefix}}AWSLogs/{{accountId}}/vpcflowlogs/{{region}}/yyyy/mm/dd/',
    '{{prefix}}AWSLogs/aws-account-id={{accountId}}/aws-service=vpcflowlogs/aws-region={{region}}/year=yyyy/month=mm/day=dd/',
    '{{prefix}}<export task id>/<log stream>/000000.gz',
    '{{prefix}}yyyy/mm/dd/hh/<Firehose stream>-…',
  ],
  setup: VPCFLOW_SETUP,
  format: 'lines',
  fields: VPCFLOW_FIELDS,
  constants: { 'event.category': ['network'] },
  dropped: {},
  skipObject: markerReason,
  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-path.html
  parquetColumn: (column) => column.replace(/_/g, '-'),
  open: (context) => new VpcFlowParser(context),
};
