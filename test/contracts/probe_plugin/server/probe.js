const { registerHttpRoutes } = require('./http_routes');
const { registerServiceRoutes } = require('./service_routes');

const anything = (data, { ok }) => ok(data);

/** Reads the only value that an observable of the host emits at once. */
function current(observable) {
  let value;
  observable.subscribe((emitted) => (value = emitted)).unsubscribe();
  return value;
}

const attempt = (run) => {
  try {
    run();
    return null;
  } catch (error) {
    return error.message;
  }
};

exports.createProbe = (context) => {
  const config = current(context.config.create());
  const log = context.logger.get('probe');
  const facts = { steps: ['plugin'] };

  function registerTypes(core) {
    const type = (name, hidden) => ({
      name,
      hidden,
      namespaceType: 'agnostic',
      indexPattern: config.index,
      mappings: {
        dynamic: false,
        properties: {
          name: { type: 'text', fields: { keyword: { type: 'keyword' } } },
          count: { type: 'long' },
          ...(config.moreFields && { added: { type: 'keyword' } }),
        },
      },
    });
    core.savedObjects.registerType(type('siem-probe-hidden', true));
    core.savedObjects.registerType(type('siem-probe-shown', false));
  }

  function recordRefusals(router) {
    const handler = (_context, _request, response) => response.ok();
    facts.refused = {
      noValidate: attempt(() => router.get({ path: '/api/siem_probe/never1' }, handler)),
      undefinedRule: attempt(() =>
        router.post({ path: '/api/siem_probe/never2', validate: { body: undefined } }, handler),
      ),
    };
  }

  return {
    async setup(core) {
      facts.steps.push('setup');
      if (config.throwIn === 'setup') throw new Error('the probe was told to fail in setup');
      const router = core.http.createRouter();
      facts.sameRouter = core.http.createRouter() === router;
      facts.config = config.seen;
      facts.environment = context.env;
      facts.dataPath = current(context.config.legacy.globalConfig$).path.data;
      recordRefusals(router);
      registerTypes(core);
      core.capabilities.registerProvider(() => ({ siemProbe: { show: true, save: true } }));
      core.uiSettings.register({
        'siemProbe:limit': {
          name: 'Limit',
          value: 5,
          schema: {
            __isOsdConfigSchemaType: true,
            validate(value) {
              if (typeof value !== 'number') throw new Error('limit must be a number');
              return value;
            },
          },
        },
      });
      router.get({ path: '/api/siem_probe/facts', validate: false }, async (_context, _request, response) => {
        const [started] = await core.getStartServices();
        const basePath = core.http.basePath;
        return response.ok({
          body: {
            ...facts,
            startServices: Object.keys(started),
            basePath: { server: basePath.serverBasePath, prepended: basePath.prepend('/app/siem') },
          },
        });
      });
      router.post(
        { path: '/api/siem_probe/misbehave', validate: { body: anything } },
        (_context, request, response) => {
          if (request.body.how === 'rejection') Promise.reject(new Error('nobody awaited the probe'));
          else
            setTimeout(() => {
              throw new Error('nobody caught the probe');
            }, 10);
          return response.ok({ body: {} });
        },
      );
      registerHttpRoutes(router, core, log);
      registerServiceRoutes(router, core);
      await new Promise((resolve) => setTimeout(resolve, 20));
      facts.steps.push('setup awaited');
      facts.lateRoute = () =>
        attempt(() =>
          router.get({ path: '/api/siem_probe/late', validate: false }, (_c, _r, response) => response.ok()),
        );
      router.get({ path: '/api/siem_probe/register_late', validate: false }, (_context, _request, response) =>
        response.ok({ body: { error: facts.lateRoute() } }),
      );
      log.info('the probe is set up', { probed: true });
    },

    async start(core) {
      facts.steps.push('start');
      const repository = core.savedObjects.createInternalRepository(['siem-probe-hidden']);
      await repository.create(
        'siem-probe-hidden',
        { name: 'from start' },
        { id: 'start', overwrite: true, refresh: false },
      );
      facts.steps.push('saved objects in start');
    },

    stop() {},
  };
};
