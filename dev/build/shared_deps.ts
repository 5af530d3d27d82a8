import type { Plugin } from 'esbuild';

/** Modules that the host shares with its plugins: import name to key of `window.__osdSharedDeps__`. */
export const SHARED_DEPS: Readonly<Record<string, string>> = {
  react: 'React',
  'react-dom': 'ReactDom',
  'react-dom/server': 'ReactDomServer',
  'react-router': 'ReactRouter',
  'react-router-dom': 'ReactRouterDom',
  '@elastic/eui': 'ElasticEui',
  '@elastic/eui/lib/services': 'ElasticEuiLibServices',
  '@elastic/eui/lib/services/format': 'ElasticEuiLibServicesFormat',
  '@elastic/eui/dist/eui_charts_theme': 'ElasticEuiChartsTheme',
  '@osd/ui-shared-deps/theme': 'Theme',
  '@elastic/charts': 'ElasticCharts',
  '@elastic/numeral': 'ElasticNumeral',
  moment: 'Moment',
  'moment-timezone': 'MomentTimezone',
  rxjs: 'Rxjs',
  'rxjs/operators': 'RxjsOperators',
  lodash: 'Lodash',
  'lodash/fp': 'LodashFp',
  '@osd/i18n': 'OsdI18n',
  '@osd/i18n/react': 'OsdI18nReact',
};

const NAMESPACE = 'osd-shared-deps';

/** Takes the host's libraries from the host instead of bundling them. */
export function sharedDepsPlugin(): Plugin {
  return {
    name: NAMESPACE,
    setup(build) {
      build.onResolve({ filter: /^[@a-z]/ }, ({ path }) =>
        path in SHARED_DEPS ? { path, namespace: NAMESPACE, sideEffects: false } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
        contents: `module.exports = window.__osdSharedDeps__.${SHARED_DEPS[path]};`,
        loader: 'js',
      }));
    },
  };
}
