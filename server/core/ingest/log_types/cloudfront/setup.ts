import type { SetupSnippet } from '../../../../../common/kinds';
import { policyJson, READ_POLICY, SETUP_ARNS } from '../../setup_snippets';

/** What to set up in AWS for standard logging v2. The API of its deliveries is in us-east-1, in China in cn-northwest-1. */
export const CLOUDFRONT_SETUP: SetupSnippet[] = [
  {
    id: 'bucket_policy',
    title: 'Bucket policy for standard logging v2',
    help: "AWS adds it by itself when the console creates the delivery. For legacy standard logs turn on the bucket's access control lists instead. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html",
    language: 'json',
    template: policyJson({
      Sid: 'AWSLogDeliveryWrite',
      Effect: 'Allow',
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: SETUP_ARNS.objects,
      Condition: {
        StringEquals: {
          'aws:SourceAccount': '{{accountId}}',
          's3:x-amz-acl': 'bucket-owner-full-control',
        },
        ArnLike: { 'aws:SourceArn': 'arn:{{partition}}:logs:*:{{accountId}}:delivery-source:*' },
      },
    }),
  },
  {
    id: 'create_delivery',
    title: 'Deliver the logs',
    help: 'Run it in us-east-1, in China in cn-northwest-1, with the id of the distribution and the ARN that the second command answers. The formats json and w3c are both read; Parquet is not. CloudFront is not in aws-us-gov: there a distribution of a commercial account serves.',
    language: 'bash',
    template: [
      'aws logs put-delivery-source --name siem-cloudfront --log-type ACCESS_LOGS --resource-arn arn:{{partition}}:cloudfront::{{accountId}}:distribution/…',
      'aws logs put-delivery-destination --name siem-cloudfront --output-format json --delivery-destination-configuration destinationResourceArn=arn:{{partition}}:s3:::{{bucket}}/{{prefix}}',
      "aws logs create-delivery --delivery-source-name siem-cloudfront --delivery-destination-arn … --s3-delivery-configuration 'suffixPath={DistributionId}/{yyyy}/{MM}/{dd}'",
    ].join('\n'),
  },
  READ_POLICY,
];
