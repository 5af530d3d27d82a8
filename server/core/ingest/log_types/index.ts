import { createRegistry } from '../../registry';
import type { LogType } from '../log_type';
import { cloudfront } from './cloudfront/cloudfront';
import { cloudtrail } from './cloudtrail/cloudtrail';
import { elblogs } from './elblogs/elblogs';
import { guardduty } from './guardduty/guardduty';
import { json } from './json/json';
import { route53resolver } from './route53resolver/route53resolver';
import { s3access } from './s3access/s3access';
import { securityhub } from './securityhub/securityhub';
import { vpcflow } from './vpcflow/vpcflow';
import { waf } from './waf/waf';

/** All log types, in the order in which forms list them. */
export const logTypes = createRegistry<LogType>('log type', [
  cloudtrail,
  vpcflow,
  elblogs,
  s3access,
  waf,
  cloudfront,
  route53resolver,
  guardduty,
  securityhub,
  json,
]);
