import { cloudFrontStream } from './cloudfront';
import { cloudTrailStream } from './cloudtrail';
import { applicationStream } from './elb_application';
import { classicStream } from './elb_classic';
import { networkStream } from './elb_network';
import { guardDutyStream } from './guardduty';
import type { LogStream } from './log_object';
import { resolverStream } from './route53resolver';
import { s3AccessStream } from './s3access';
import { securityHubStream } from './securityhub';
import { CUSTOM_FIELDS, DEFAULT_FIELDS, vpcFlowStream } from './vpcflow';
import { wafStream } from './waf';
import type { World } from './world';

/** Every series of files that the company's accounts write, about 230,000 records a day in all. */
export interface Streams {
  all: LogStream[];
  /** Those that the attack shows up in. */
  trail: LogStream;
  storefrontFlows: ReturnType<typeof vpcFlowStream>;
  storefront: ReturnType<typeof applicationStream>;
  buckets: ReturnType<typeof s3AccessStream>;
}

export function createStreams(world: World): Streams {
  const { production, staging, shared, networks } = world;
  const trail = cloudTrailStream(world, production, 'us-east-1', 7_000);
  const storefrontFlows = vpcFlowStream(world, networks.storefront, DEFAULT_FIELDS, 70_000);
  const storefront = applicationStream(world, 42_000);
  const buckets = s3AccessStream(world, 16_000);
  return {
    all: [
      trail,
      cloudTrailStream(world, production, 'eu-central-1', 3_000),
      cloudTrailStream(world, staging, 'us-east-1', 2_000),
      cloudTrailStream(world, shared, 'us-east-1', 1_500),
      storefrontFlows,
      vpcFlowStream(world, networks.payments, DEFAULT_FIELDS, 26_000),
      vpcFlowStream(world, networks.staging, CUSTOM_FIELDS, 14_000),
      storefront,
      networkStream(world, 9_000),
      classicStream(world, 5_000),
      buckets,
      wafStream(world, 12_000),
      cloudFrontStream(world, 12_000),
      resolverStream(networks.storefront, 10_000),
      guardDutyStream(world, 60),
      securityHubStream(world, 200),
    ],
    trail,
    storefrontFlows,
    storefront,
    buckets,
  };
}
