import type { Observable, Subscription } from 'rxjs';
import type { ServiceStatus, StatusServiceSetup } from '../../../types/opensearch_dashboards_server';
import { PACKAGE_INFO } from '../version';

type Level = 'available' | 'degraded' | 'unavailable' | 'critical';
type Summary = Pick<ServiceStatus, 'summary'> & { level: Level };

const GREEN = { state: 'green', icon: 'success', uiColor: 'secondary' };
const YELLOW = { state: 'yellow', icon: 'warning', uiColor: 'warning' };
const RED = { state: 'red', icon: 'danger', uiColor: 'danger' };
const COLOURS: Record<Level, typeof GREEN> = {
  available: GREEN,
  degraded: YELLOW,
  unavailable: RED,
  critical: RED,
};
const BY_SEVERITY: Level[] = ['critical', 'unavailable', 'degraded', 'available'];

/** What `/api/status` says of core and each plugin. */
export class StatusService {
  private readonly statuses = new Map<string, Summary>();
  private readonly subscriptions: Subscription[] = [];

  /** The `core.status` of one plugin, which counts as available until it says otherwise. */
  forPlugin(id: string): StatusServiceSetup {
    const component = `plugin:${id}`;
    this.statuses.set(component, { level: 'available', summary: 'All dependencies are available' });
    return {
      set: (status$: Observable<ServiceStatus>) => {
        const subscription = status$.subscribe(({ level, summary }) =>
          this.statuses.set(component, { level: level.toString(), summary }),
        );
        this.subscriptions.push(subscription);
      },
    };
  }

  /** The `status` part of the answer; the worst component colours the whole. */
  summary() {
    const since = new Date().toISOString();
    const all: Array<[string, Summary]> = [
      ['core:opensearch', { level: 'available', summary: 'OpenSearch is available' }],
      ['core:savedObjects', { level: 'available', summary: 'SavedObjects service is available' }],
      ...this.statuses,
    ];
    const worst =
      BY_SEVERITY.find((level) => all.some(([, status]) => status.level === level)) ?? 'available';
    return {
      overall: { since, ...COLOURS[worst] },
      statuses: all.map(([component, { level, summary }]) => ({
        id: `${component}@${PACKAGE_INFO.version}`,
        message: summary,
        since,
        ...COLOURS[level],
      })),
    };
  }

  stop(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }
}
