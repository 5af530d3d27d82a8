/** Colours of values that mean the same on every dashboard; readable on light and dark. */

export { SEVERITY_COLORS, TYPE_COLORS } from '../../../common/colors';

export const OUTCOME_COLORS = { success: '#54B399', failure: '#E7664C', unknown: '#98A2B3' } as const;

/** Classes of HTTP answers. */
export const STATUS_COLORS = {
  '2xx': '#54B399',
  '3xx': '#6092C0',
  '4xx': '#D6BF57',
  '5xx': '#E7664C',
} as const;

/** The services of AWS that most calls go to. */
export const SERVICE_COLORS = {
  'ec2.amazonaws.com': '#6092C0',
  'sts.amazonaws.com': '#54B399',
  'kms.amazonaws.com': '#9170B8',
  'secretsmanager.amazonaws.com': '#CA8EAE',
  'autoscaling.amazonaws.com': '#B9A888',
  'monitoring.amazonaws.com': '#D6BF57',
  'elasticloadbalancing.amazonaws.com': '#DA8B45',
  's3.amazonaws.com': '#AA6556',
  'logs.amazonaws.com': '#79AAD9',
  'iam.amazonaws.com': '#D36086',
  'signin.amazonaws.com': '#E7664C',
} as const;

/** Kinds of identities in CloudTrail. */
export const IDENTITY_COLORS = {
  AssumedRole: '#54B399',
  AWSService: '#6092C0',
  AWSAccount: '#CA8EAE',
  IAMUser: '#9170B8',
  FederatedUser: '#D6BF57',
  IdentityCenterUser: '#DA8B45',
  Root: '#E7664C',
} as const;

/** Ways of traffic. */
export const DIRECTION_COLORS = {
  inbound: '#6092C0',
  outbound: '#54B399',
  internal: '#9170B8',
  external: '#D6BF57',
} as const;
