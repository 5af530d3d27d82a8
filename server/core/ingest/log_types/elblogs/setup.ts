import type { SetupSnippet } from '../../../../../common/kinds';
import { policyJson, READ_POLICY, SETUP_ARNS } from '../../setup_snippets';

const FROM_ACCOUNT = { StringEquals: { 'aws:SourceAccount': '{{accountId}}' } };

/** What to set up in AWS. */
export const ELB_SETUP: SetupSnippet[] = [
  {
    id: 'bucket_policy',
    title: 'Bucket policy for application and classic load balancers',
    help: 'The bucket must be in the region of the load balancer and, if encrypted, use Amazon S3 managed keys. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
    language: 'json',
    template: policyJson({
      Sid: 'ElbLogDelivery',
      Effect: 'Allow',
      Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: SETUP_ARNS.objects,
    }),
  },
  {
    id: 'account_principals',
    title: 'Principals of older regions',
    help: 'Where the service principal of the policy above is refused, name the account of Elastic Load Balancing for your region instead.',
    language: 'text',
    template: [
      'Use "Principal": { "AWS": "arn:{{partition}}:iam::<account>:root" } with the account of the region:',
      'aws-us-gov: us-gov-west-1 048591011584, us-gov-east-1 190560391635',
      'aws-cn: cn-north-1 638102146993, cn-northwest-1 037604701340',
      'aws: us-east-1 127311923021, us-east-2 033677994240, us-west-1 027434742980, us-west-2 797873946194,',
      'eu-central-1 054676820928, eu-west-1 156460612806, eu-west-2 652711504416, eu-west-3 009996457667,',
      'eu-north-1 897822967062, ap-northeast-1 582318560864, ap-southeast-1 114774131450, ap-southeast-2 783225319266,',
      'others: see the documentation of access logs.',
    ].join('\n'),
  },
  {
    id: 'network_bucket_policy',
    title: 'Bucket policy for network load balancers',
    help: 'Network load balancers log TLS listeners only. https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html',
    language: 'json',
    template: policyJson(
      {
        Sid: 'AWSLogDeliveryAclCheck',
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Action: 's3:GetBucketAcl',
        Resource: SETUP_ARNS.bucket,
        Condition: FROM_ACCOUNT,
      },
      {
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
        },
      },
    ),
  },
  {
    id: 'enable',
    title: 'Turn access logs on',
    help: 'For application and network load balancers; a classic one has the same switch in its attributes. Add access_logs.s3.prefix if the logs shall lie below one.',
    language: 'bash',
    template:
      'aws elbv2 modify-load-balancer-attributes --region {{region}} --load-balancer-arn … --attributes Key=access_logs.s3.enabled,Value=true Key=access_logs.s3.bucket,Value={{bucket}}',
  },
  {
    id: 'enable_connection_logs',
    title: 'Turn connection logs on',
    help: 'Only for application load balancers: who connected with which TLS version, cipher and client certificate, also where no request followed. They lie beside the access logs. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-connection-logging.html',
    language: 'bash',
    template:
      'aws elbv2 modify-load-balancer-attributes --region {{region}} --load-balancer-arn … --attributes Key=connection_logs.s3.enabled,Value=true Key=connection_logs.s3.bucket,Value={{bucket}}',
  },
  {
    id: 'enable_health_check_logs',
    title: 'Turn health check logs on',
    help: 'Only for application load balancers: each check of a target, whether it passed, and why not. An event for each target, node and interval, so leave them off unless you look for failing targets. They lie beside the access logs. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-health-check-logging.html',
    language: 'bash',
    template:
      'aws elbv2 modify-load-balancer-attributes --region {{region}} --load-balancer-arn … --attributes Key=health_check_logs.s3.enabled,Value=true Key=health_check_logs.s3.bucket,Value={{bucket}}',
  },
  READ_POLICY,
];
