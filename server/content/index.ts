import type { Content } from '../core/content/content_object';
import { alerts } from './alerts/alerts';
import { buildDashboard, dashboardId, row, type DashboardParts } from './build/dashboard';
import type { MappedField } from './build/index_pattern';
import { markdown } from './build/markdown';
import { cloudfront } from './cloudfront/cloudfront';
import { cloudtrail } from './cloudtrail/cloudtrail';
import { elblogs } from './elblogs/elblogs';
import { guardduty } from './guardduty/guardduty';
import { iam } from './iam/iam';
import { indexPatterns } from './index_patterns';
import { overview } from './overview/overview';
import { route53resolver } from './route53resolver/route53resolver';
import { s3access } from './s3access/s3access';
import { securityhub } from './securityhub/securityhub';
import { vpcflow } from './vpcflow/vpcflow';
import { waf } from './waf/waf';

/** Raise it with each release that changes an object. */
const CONTENT_VERSION = 1;

const DASHBOARDS: readonly DashboardParts[] = [
  overview,
  alerts,
  cloudtrail,
  iam,
  vpcflow,
  elblogs,
  s3access,
  waf,
  cloudfront,
  route53resolver,
  guardduty,
  securityhub,
];

/** All index patterns, searches, visualizations and dashboards, each dashboard with links to the others on top. */
export function shippedContent(fields: {
  logs: readonly MappedField[];
  alerts: readonly MappedField[];
}): Content {
  const dashboards = DASHBOARDS.map((parts) =>
    buildDashboard({ ...parts, rows: [row(2, linksFrom(parts)), ...parts.rows] }),
  );
  return {
    version: CONTENT_VERSION,
    objects: [...indexPatterns(fields), ...dashboards.flatMap(({ objects }) => objects)],
    dashboards: dashboards.map(({ id, title, description }) => ({ id, title, description })),
  };
}

function linksFrom(current: DashboardParts) {
  const links = DASHBOARDS.map(({ id, label }) =>
    id === current.id ? `**${label}**` : `[${label}](#/view/${dashboardId(id)})`,
  );
  return markdown('links', 'Dashboards', links.join(' · '));
}
