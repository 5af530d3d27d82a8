import { SAMPLE_DATA_PATH } from '../../common/sample_data';
import type { SampleDataService } from '../core/sample_data/sample_data';
import { defineRoute } from './define_route';

/** What there is of the sample data; load it; remove it. */
export function sampleDataRoutes(service: () => SampleDataService) {
  return [
    defineRoute({
      id: 'sample_data.get',
      method: 'get',
      path: SAMPLE_DATA_PATH,
      right: 'read',
      handler: () => service().show(),
    }),
    defineRoute({
      id: 'sample_data.load',
      method: 'post',
      path: SAMPLE_DATA_PATH,
      right: 'write',
      handler: ({ actor, search }) => service().load(actor, search),
    }),
    defineRoute({
      id: 'sample_data.remove',
      method: 'delete',
      path: SAMPLE_DATA_PATH,
      right: 'write',
      handler: () => service().remove(),
    }),
  ];
}
