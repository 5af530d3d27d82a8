import { itemPath, type ListResponse, PATHS } from '../../common/api';
import type {
  BackfillInput,
  BackfillPreview,
  BackfillPreviewBody,
  BackfillView,
  ReingestBody,
  ReplayBody,
} from '../../common/backfill';
import type { HttpStart } from '../../types/opensearch_dashboards_public';

/** What a page can do with the past of a source. */
export interface BackfillCalls {
  /** Of one source, the newest first. */
  list(sourceId: string, signal?: AbortSignal): Promise<ListResponse<BackfillView>>;
  /** Counts for some seconds; where the answer has `after` there is more to be counted. */
  preview(body: BackfillPreviewBody, signal?: AbortSignal): Promise<BackfillPreview>;
  create(input: BackfillInput): Promise<BackfillView>;
  turn(id: string, verb: 'pause' | 'resume' | 'cancel'): Promise<BackfillView>;
  /** Reads one object again. */
  reingest(body: ReingestBody): Promise<BackfillView>;
  /** Reads the objects again that have rejects. */
  replay(body: ReplayBody): Promise<BackfillView>;
}

export function createBackfillCalls(http: HttpStart): BackfillCalls {
  const post = <T>(path: string, body: unknown, signal?: AbortSignal) =>
    http.post<T>(path, { body: JSON.stringify(body), signal });
  return {
    list: (sourceId, signal) => http.get(PATHS.backfills, { query: { sourceId }, signal }),
    preview: (body, signal) => post(PATHS.backfillPreview, body, signal),
    create: (input) => post(PATHS.backfills, input),
    turn: (id, verb) => http.post(`${itemPath(PATHS.backfills, id)}/${verb}`),
    reingest: (body) => post(PATHS.objectReingest, body),
    replay: (body) => post(PATHS.rejectReplay, body),
  };
}
