import type { PluginInitializerContext } from '../types/opensearch_dashboards_public';
import { SiemPlugin } from './plugin';

export const plugin = (context: PluginInitializerContext) => new SiemPlugin(context);
