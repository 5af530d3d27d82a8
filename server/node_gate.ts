import type {
  Plugin,
  PluginConfigDescriptor,
  PluginInitializerContext,
} from '../types/opensearch_dashboards_server';

/** The oldest Node that the plugin's code and its AWS SDK run on. */
export const OLDEST_NODE = 18;

interface ServerModule {
  plugin(context: PluginInitializerContext): Plugin;
  config: PluginConfigDescriptor;
}

/**
 * Stands between the host and `main`: below Node 18, or when `main` cannot be loaded, the log says what to do
 * and nothing is registered, because an error thrown here would stop all of OpenSearch Dashboards.
 */
export function gate(nodeVersion: string, loadMain: () => ServerModule): ServerModule {
  if (parseInt(nodeVersion, 10) < OLDEST_NODE) {
    return switchedOff(
      `AWS SIEM is off: it needs Node.js ${OLDEST_NODE} or newer and this is ${nodeVersion}. ` +
        'Set OSD_NODE_HOME (in older releases NODE_HOME) to a newer Node.js and start OpenSearch Dashboards again.',
    );
  }
  try {
    return loadMain();
  } catch (error) {
    const reason = error instanceof Error ? error.stack || error.message : String(error);
    return switchedOff(`AWS SIEM is off: its code could not be loaded. ${reason}`);
  }
}

function switchedOff(message: string): ServerModule {
  return {
    plugin: (context) => ({
      setup: () => context.logger.get().error(message),
      start: () => undefined,
    }),
    config: {
      // Whatever is configured stays valid: an unknown key would stop the host as well.
      schema: {
        __isOsdConfigSchemaType: true,
        validate: (value) => Object.assign({ enabled: true }, value),
      },
    },
  };
}
