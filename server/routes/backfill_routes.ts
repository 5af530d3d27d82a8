import { IdParams, PATHS } from '../../common/api';
import {
  BackfillInput,
  BackfillPreviewBody,
  BackfillsQuery,
  ReingestBody,
  ReplayBody,
} from '../../common/backfill';
import type { BackfillService } from '../core/ingest/backfill/backfill_service';
import { listOf } from './crud_routes';
import { defineRoute } from './define_route';

/** Backfills, reading an object again, and replaying rejects. */
export function backfillRoutes(backfills: () => BackfillService) {
  const item = `${PATHS.backfills}/{id}`;
  const turn = (verb: 'pause' | 'resume' | 'cancel') =>
    defineRoute({
      id: `backfill.${verb}`,
      method: 'post',
      path: `${item}/${verb}`,
      right: 'write',
      params: IdParams,
      handler: ({ params }) => backfills()[verb](params.id),
    });
  return [
    defineRoute({
      id: 'backfill.preview',
      method: 'post',
      path: PATHS.backfillPreview,
      right: 'write',
      body: BackfillPreviewBody,
      handler: ({ body, signal }) => backfills().preview(body, signal),
    }),
    defineRoute({
      id: 'backfill.list',
      method: 'get',
      path: PATHS.backfills,
      right: 'read',
      query: BackfillsQuery,
      handler: async ({ query }) => listOf(await backfills().list(query.sourceId)),
    }),
    defineRoute({
      id: 'backfill.get',
      method: 'get',
      path: item,
      right: 'read',
      params: IdParams,
      handler: ({ params }) => backfills().get(params.id),
    }),
    defineRoute({
      id: 'backfill.create',
      method: 'post',
      path: PATHS.backfills,
      right: 'write',
      body: BackfillInput,
      handler: ({ body, actor }) => backfills().create(body, actor),
    }),
    turn('pause'),
    turn('resume'),
    turn('cancel'),
    defineRoute({
      id: 'object.reingest',
      method: 'post',
      path: PATHS.objectReingest,
      right: 'write',
      body: ReingestBody,
      handler: ({ body, actor }) => backfills().reingest(body, actor),
    }),
    defineRoute({
      id: 'reject.replay',
      method: 'post',
      path: PATHS.rejectReplay,
      right: 'write',
      body: ReplayBody,
      handler: ({ body, actor }) => backfills().replay(body, actor),
    }),
  ];
}
