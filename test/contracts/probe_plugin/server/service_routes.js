const anything = (data, { ok }) => ok(data);
const PREFIX = '/api/siem_probe';

const describe = (error) => ({
  name: error.name,
  message: error.message,
  isBoom: error.isBoom === true,
  boomStatus: error.output && error.output.statusCode,
  statusCode: error.statusCode,
  errorType: error.body && error.body.error && error.body.error.type,
});

/** Calls `target.a.b(...args)` for the path `a.b`; a failure is an answer, too. */
async function call(target, path, args) {
  const keys = path.split('.');
  const method = keys.pop();
  const owner = keys.reduce((object, key) => object[key], target);
  try {
    return { result: await owner[method](...args) };
  } catch (error) {
    return { error: describe(error) };
  }
}

const pick = ({ body, statusCode, headers, warnings }) => ({ body, statusCode, headers, warnings });

exports.registerServiceRoutes = (router, core) => {
  const targets = {
    hidden: ({ savedObjects }) => savedObjects.createInternalRepository(['siem-probe-hidden']),
    plain: ({ savedObjects }) => savedObjects.createInternalRepository(),
    request: (_start, context) => context.core.savedObjects.client,
    scopedHidden: ({ savedObjects }, _context, request) =>
      savedObjects.getScopedClient(request, { includedHiddenTypes: ['siem-probe-hidden'] }),
    uiSettings: (_start, context) => context.core.uiSettings.client,
  };
  router.post(
    { path: `${PREFIX}/call/{target}/{method}`, validate: { params: anything, body: anything } },
    async (context, request, response) => {
      const [start] = await core.getStartServices();
      const target = targets[request.params.target](start, context, request);
      return response.ok({ body: await call(target, request.params.method, request.body) });
    },
  );

  const clients = {
    internal: ({ opensearch }) => opensearch.client.asInternalUser,
    scoped: ({ opensearch }, _context, request) => opensearch.client.asScoped(request).asCurrentUser,
    withHeaders: ({ opensearch }) => opensearch.client.asScoped({ headers: {} }).asCurrentUser,
    current: (_start, context) => context.core.opensearch.client.asCurrentUser,
  };
  router.post(
    { path: `${PREFIX}/client/{as}/{method}`, validate: { params: anything, body: anything } },
    async (context, request, response) => {
      const [start] = await core.getStartServices();
      const client = clients[request.params.as](start, context, request);
      const { result, error } = await call(client, request.params.method, request.body);
      return response.ok({ body: error ? { error } : { result: pick(result) } });
    },
  );

  router.post(
    { path: `${PREFIX}/custom_client`, validate: { body: anything } },
    async (_context, request, response) => {
      const [start] = await core.getStartServices();
      const client = start.opensearch.createClient('siemProbe', request.body);
      const as = { headers: { authorization: 'Basic c2NvcGVk', 'x-not-allowed': '1' } };
      const { error } = await call(client.asInternalUser, 'info', []);
      await call(client.asScoped(as).asCurrentUser, 'info', []);
      await client.close();
      return response.ok({ body: { error: error || null } });
    },
  );

  router.post(
    { path: `${PREFIX}/raw_bulk`, validate: { body: anything } },
    async (_context, request, response) => {
      const [{ opensearch }] = await core.getStartServices();
      const { body } = await opensearch.client.asInternalUser.transport.request(
        {
          method: 'POST',
          path: '/_bulk',
          querystring: { refresh: true },
          bulkBody: Buffer.from(request.body.ndjson),
        },
        { maxRetries: 0, headers: { 'content-type': 'application/x-ndjson' } },
      );
      return response.ok({ body });
    },
  );

  router.get({ path: `${PREFIX}/abort`, validate: false }, async (_context, _request, response) => {
    const [{ opensearch }] = await core.getStartServices();
    // Never true, so that the call is still under way when it is aborted.
    const querystring = { wait_for_nodes: '>99', timeout: '5s' };
    const call = opensearch.client.asInternalUser.cluster.health(querystring);
    setTimeout(() => call.abort(), 50);
    const error = await call.catch((thrown) => thrown);
    return response.ok({ body: { name: error.name } });
  });

  router.get(
    { path: `${PREFIX}/boom/{how}`, validate: { params: anything } },
    async (context, request, response) => {
      const read = (given) => given.core.savedObjects.client.get('siem-probe-shown', 'no-such-object');
      if (request.params.how === 'bare') return response.ok({ body: await read(context) });
      const wrapped = router.handleLegacyErrors(async (given) => response.ok({ body: await read(given) }));
      return wrapped(context, request, response);
    },
  );

  router.post({ path: `${PREFIX}/unauthorized`, validate: { body: anything } }, async (_context, request) => {
    const [start] = await core.getStartServices();
    const client = start.opensearch.createClient('siemProbe', request.body);
    try {
      await client.asInternalUser.info();
    } finally {
      await client.close();
    }
  });
};
