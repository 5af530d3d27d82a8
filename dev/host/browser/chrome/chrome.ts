import { BehaviorSubject } from 'rxjs';
import type { ChromeBreadcrumb, ChromeStart } from '../../../../types/opensearch_dashboards_public';

type HelpExtension = Parameters<ChromeStart['setHelpExtension']>[0];

export interface ChromeService extends ChromeStart {
  breadcrumbs$: BehaviorSubject<ChromeBreadcrumb[]>;
  helpExtension$: BehaviorSubject<HelpExtension>;
}

/** What apps say about the page around them; the header draws it. */
export function createChrome(baseTitle: string): ChromeService {
  const breadcrumbs$ = new BehaviorSubject<ChromeBreadcrumb[]>([]);
  const helpExtension$ = new BehaviorSubject<HelpExtension>(undefined);
  return {
    breadcrumbs$,
    helpExtension$,
    setBreadcrumbs: (breadcrumbs) => breadcrumbs$.next(breadcrumbs),
    setHelpExtension: (extension) => helpExtension$.next(extension),
    docTitle: {
      change(title) {
        document.title = [title, baseTitle].flat().join(' - ');
      },
      reset() {
        document.title = baseTitle;
      },
    },
    recentlyAccessed: { add: () => undefined },
  };
}
