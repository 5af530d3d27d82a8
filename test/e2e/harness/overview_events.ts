import type { Page } from '@playwright/test';

export const ATTACKER = '203.0.113.77';
export const QUIET = '203.0.113.78';
export const BALANCER = 'app/shop-e2e/1f2e';
const MINUTE = 60_000;

/** Events and an alert of the last hour, for the overview to show. */
export function overviewDocuments(now: number) {
  const at = (minute: number) => new Date(now - minute * MINUTE).toISOString();
  const index = (type: string) => `siem-logs-${type}-e2eoverview-${new Date(now).getUTCFullYear()}`;
  const flow = (n: number, ip: string) => ({
    index: index('vpcflow'),
    document: {
      '@timestamp': at(5 + (n % 20)),
      type: 'vpcflow',
      event: { id: `flow-${ip}-${n}`, action: 'reject' },
      source: { ip },
      destination: { ip: '10.9.9.9', port: 1_000 + n },
      related: { ip: [ip, '10.9.9.9'] },
      network: { bytes: 40 },
    },
  });
  return [
    ...Array.from({ length: 30 }, (_, n) => flow(n, ATTACKER)),
    ...Array.from({ length: 3 }, (_, n) => flow(n, QUIET)),
    {
      index: index('cloudtrail'),
      document: {
        '@timestamp': at(10),
        type: 'cloudtrail',
        event: { id: 'sign-in-1', action: 'ConsoleLogin', outcome: 'failure' },
        user: { name: 'e.overview' },
        source: { ip: ATTACKER },
        related: { ip: [ATTACKER], user: ['e.overview'] },
      },
    },
    {
      index: index('elblogs'),
      document: {
        '@timestamp': at(11),
        type: 'elblogs',
        event: { id: 'request-1', action: 'request' },
        source: { ip: ATTACKER },
        related: { ip: [ATTACKER] },
        http: { response: { status_code: 503 } },
        aws: { elb: { name: BALANCER } },
      },
    },
    {
      index: `siem-alerts-e2eoverview`,
      document: {
        '@timestamp': at(4),
        event: { kind: 'signal', module: 'aws_siem' },
        rule: { id: 'none', name: 'Scan seen by the overview' },
        message: 'many ports',
        alert: {
          id: `e2e-overview-${now}`,
          rule: { version: 1 },
          type: 'threshold',
          severity: 'critical',
          risk_score: 99,
          status: 'open',
          reason: 'Many ports were tried.',
          group: { key: 'k', fields: ['source.ip'], values: [ATTACKER] },
          value: 30,
          limit: 20,
          count: 30,
          first_seen: at(20),
          last_seen: at(4),
          windows: [],
          epoch: 1,
          query: {
            index: 'siem-logs-*',
            time_field: '@timestamp',
            lucene: '',
            filters: '',
            from: at(20),
            to: at(4),
          },
        },
        source: { ip: ATTACKER },
      },
    },
  ];
}

/** Bodies of the requests of overview and explore so far. */
export function watchRequests(page: Page): Array<Record<string, unknown>> {
  const bodies: Array<Record<string, unknown>> = [];
  page.on('request', (request) => {
    if (/\/api\/siem\/(overview|explore)$/.test(request.url())) {
      bodies.push(request.postDataJSON() as Record<string, unknown>);
    }
  });
  return bodies;
}
