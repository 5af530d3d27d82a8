import { BehaviorSubject, type Observable } from 'rxjs';
import { map } from 'rxjs/operators';
import type {
  HttpStart,
  NotificationsStart,
  UiSettings,
} from '../../../../types/opensearch_dashboards_public';
import type { Injected } from '../page';

type Metadata = Injected['legacyMetadata']['uiSettings'];

/** The browser's UI settings: read from the page, written through the server. */
export function createUiSettings(
  metadata: Metadata,
  http: HttpStart,
  toasts: NotificationsStart['toasts'],
): UiSettings {
  const user$ = new BehaviorSubject(metadata.user);

  function get<T>(key: string, defaultValue?: T): T {
    const declared = metadata.defaults[key] as { value?: unknown; type?: string } | undefined;
    const value = user$.value[key]?.userValue;
    if (!declared && value === undefined) {
      if (defaultValue !== undefined) return defaultValue;
      throw new Error(
        `Unexpected \`IUiSettingsClient.get("${key}")\` call on unrecognized configuration setting "${key}".`,
      );
    }
    return parse(declared?.type, value ?? defaultValue ?? declared?.value) as T;
  }

  return {
    get,
    get$: <T>(key: string, defaultValue?: T): Observable<T> =>
      user$.pipe(map(() => get<T>(key, defaultValue))),
    async set(key, value) {
      try {
        const answer = await http.post<{ settings: Metadata['user'] }>(
          '/api/opensearch-dashboards/settings',
          {
            body: JSON.stringify({ changes: { [key]: value } }),
          },
        );
        user$.next(answer.settings);
        return true;
      } catch (error) {
        toasts.addError(error as Error, { title: 'Unable to save UI setting' });
        return false;
      }
    },
  };
}

function parse(type: string | undefined, value: unknown): unknown {
  if (type === 'json' && typeof value === 'string') return JSON.parse(value);
  return type === 'number' && typeof value === 'string' ? Number(value) : value;
}
