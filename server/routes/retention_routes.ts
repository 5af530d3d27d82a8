import { PATHS } from '../../common/api';
import { LogDataInput, OtherDataInput } from '../../common/retention';
import { type DataParts, readData } from '../core/retention/read_data';
import { defineRoute } from './define_route';

export function retentionRoutes(parts: () => DataParts) {
  return [
    defineRoute({
      id: 'data.read',
      method: 'get',
      path: PATHS.data,
      right: 'read',
      handler: ({ signal }) => readData(parts(), signal),
    }),
    defineRoute({
      id: 'data.save_logs',
      method: 'put',
      path: PATHS.dataLogs,
      right: 'write',
      body: LogDataInput,
      handler: ({ body }) => parts().settings.saveLogs(body),
    }),
    defineRoute({
      id: 'data.save_others',
      method: 'put',
      path: PATHS.dataOthers,
      right: 'write',
      body: OtherDataInput,
      async handler({ body }) {
        const settings = await parts().settings.saveOthers(body);
        await parts().onSaved();
        return settings;
      },
    }),
  ];
}
