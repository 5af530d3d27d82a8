/**
 * The import arrows of ARCHITECTURE.md, as rules:
 *   common  <-  server/core  <-  server/{adapters, saved_objects, routes}  <-  composition roots
 *   common  <-  public
 */
const TEST = '\\.test\\.tsx?$';
const COMPOSITION_ROOT = '^server/(index|main|plugin|config|ingest_worker)\\.ts$';
const KINDS = 'server/core/(ingest/log_types|detect/rule_types|notify/channel_types)';

const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

/** Source under `from` may use our own code only under `own`. */
const onlyImports = (name, from, own) =>
  forbid(
    name,
    { path: from, pathNot: TEST },
    { path: '^(common|server|public|dev|test|bench|types)/', pathNot: own },
  );

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    onlyImports('common-imports-nothing-of-ours', '^common/', '^common/'),
    onlyImports('public-imports-only-common', '^public/', '^(public|common|types)/'),
    onlyImports('core-imports-only-common', '^server/core/', '^(server/core|common)/'),
    forbid(
      'core-touches-no-outside-world',
      { path: '^server/core/', pathNot: TEST },
      { dependencyTypes: ['core'], pathNot: '^(node:)?(zlib|stream|stream/promises|crypto|util)$' },
    ),
    forbid(
      'core-knows-no-client',
      { path: '^(server/core|common)/', pathNot: TEST },
      { path: 'node_modules/(@aws-sdk|@smithy|@opensearch-project|nodemailer|@elastic|@hapi|rxjs|react)' },
    ),
    ...stages(),
    forbid(
      'kinds-do-not-import-siblings',
      { path: `^${KINDS}/([^/.]+)`, pathNot: [TEST, `^${KINDS}/index\\.ts$`] },
      { path: `^${KINDS}/`, pathNot: '^server/core/$1/$2(/|\\.)' },
    ),
    onlyImports('adapters-stand-alone', '^server/adapters/', '^(server/adapters|server/core|common|types)/'),
    onlyImports(
      'saved-objects-stand-alone',
      '^server/saved_objects/',
      '^(server/saved_objects|server/core|common|types)/',
    ),
    onlyImports('content-stands-alone', '^server/content/', '^(server/content|server/core/content|common)/'),
    onlyImports('routes-stand-alone', '^server/routes/', '^(server/routes|server/core|common|types)/'),
    forbid(
      'only-composition-roots-are-entries',
      { path: '^dev/', pathNot: TEST },
      { path: '^server/', pathNot: [COMPOSITION_ROOT, '^server/core/'] },
    ),
    forbid(
      'nothing-imports-dev',
      { path: '^(common|server|public)/', pathNot: TEST },
      { path: '^(dev|bench)/' },
    ),
    forbid(
      'only-tests-import-tests',
      { path: '^(common|server|public|dev)/', pathNot: TEST },
      { path: '^test/' },
    ),
    forbid(
      'no-unresolved-imports',
      { pathNot: TEST },
      { couldNotResolve: true, pathNot: '^@(osd|elastic/eui)' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(samples|probe_plugin)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};

/** Inside core, the stages meet in the nouns of `common`, never in each other; the scheduler knows none of them. */
function stages() {
  const names = ['ingest', 'detect', 'notify', 'schedule'];
  return names.map((stage) => {
    const others = names.filter((name) => name !== stage).join('|');
    return forbid(
      `core-${stage}-stands-alone`,
      { path: `^server/core/${stage}/`, pathNot: TEST },
      { path: `^server/core/(${others})/` },
    );
  });
}
