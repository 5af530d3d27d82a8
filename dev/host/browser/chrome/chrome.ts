import { BehaviorSubject } from 'rxjs';
import type { ChromeBreadcrumb, ChromeStart } from '../../../../types/opensearch_dashboards_public';

type HelpExtension = Parameters<ChromeStart['setHelpExtension']>[0];

export interface ChromeService extends ChromeStart {
  breadcrumbs$: BehaviorSubject<ChromeBreadcrumb[]>;
  helpExtension$: BehaviorSubject<HelpExtension>;
}

/** OSD keeps it under a key of its own for each base path. */
const RECENT = 'core.chrome.recentlyAccessed:stand-in';

interface RecentPage {
  link: string;
  label: string;
  id: string;
}

function readRecent(): RecentPage[] {
  return JSON.parse(localStorage.getItem(RECENT) ?? '[]') as RecentPage[];
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
    recentlyAccessed: {
      add(link, label, id) {
        const older = readRecent().filter((item) => item.id !== id);
        localStorage.setItem(RECENT, JSON.stringify([{ link, label, id }, ...older].slice(0, 20)));
      },
    },
  };
}
