import type { PluginInitializerContext } from '../types/opensearch_dashboards_server';
import type { SiemConfig } from './config';
import { SiemPlugin } from './plugin';

export { config } from './config';

export function plugin(context: PluginInitializerContext<SiemConfig>): SiemPlugin {
  return new SiemPlugin(context);
}
