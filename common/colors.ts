/** Colours of values that mean the same in the app and on its dashboards; readable on light and dark. */

export const SEVERITY_COLORS = {
  critical: '#BD271E',
  high: '#E7664C',
  medium: '#D6BF57',
  low: '#6092C0',
  informational: '#98A2B3',
} as const;

/** Log types by their id. */
export const TYPE_COLORS = {
  cloudtrail: '#6092C0',
  vpcflow: '#54B399',
  elblogs: '#9170B8',
  s3access: '#D6BF57',
  waf: '#E7664C',
  cloudfront: '#CA8EAE',
  route53resolver: '#B9A888',
  guardduty: '#AA6556',
  securityhub: '#D36086',
  json: '#98A2B3',
} as const;
