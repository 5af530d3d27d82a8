const { Readable } = require('stream');

const anything = (data, { ok }) => ok(data);
const PREFIX = '/api/siem_probe/http';

/** Answers to be had from `/http/answer/{kind}`. */
const ANSWERS = {
  ok: (response) => response.ok({ body: { a: 1 }, headers: { 'x-probe': 'yes' } }),
  accepted: (response) => response.accepted({ body: {} }),
  noContent: (response) => response.noContent(),
  redirected: (response) => response.redirected({ headers: { location: '/elsewhere' } }),
  badRequest: (response) =>
    response.badRequest({ body: { message: 'not so', attributes: { code: 'bad_thing', retryable: false } } }),
  unauthorized: (response) => response.unauthorized({ body: 'who are you' }),
  forbidden: (response) => response.forbidden({ body: 'not you' }),
  notFound: (response) => response.notFound({ body: 'no such thing' }),
  conflict: (response) => response.conflict({ body: 'changed meanwhile' }),
  customError: (response) => response.customError({ statusCode: 503, body: { message: 'later' } }),
  custom: (response) => response.custom({ statusCode: 418, body: { message: 'teapot' } }),
  errorObject: (response) => response.badRequest({ body: new Error('an Error object') }),
  noMessage: (response) => response.customError({ statusCode: 400, body: { reason: 'no message' } }),
  string: (response) => response.ok({ body: '<b>hello</b>' }),
  buffer: (response) =>
    response.ok({ body: Buffer.from('a,b\n1,2\n'), headers: { 'content-type': 'text/csv' } }),
  stream: (response) =>
    response.ok({
      body: Readable.from([Buffer.from('{"a":1}\n')], { objectMode: false }),
      headers: { 'content-type': 'application/x-ndjson' },
    }),
  notMadeByFactory: () => ({ status: 200 }),
  throws: () => {
    throw new Error('secret detail');
  },
};

exports.registerHttpRoutes = (router, core) => {
  const validate = {
    params: anything,
    query: (query, { ok, badRequest }) => {
      if (query.a === 'throw') throw new Error('thrown by the validator');
      return query.a ? ok({ ...query, validated: true }) : badRequest('need a', ['a']);
    },
    body: (body, { ok, badRequest }) => (body && body.bad ? badRequest(new Error('is bad')) : ok(body)),
  };
  const echo = (_context, request, response) => {
    const { params, query, body, auth, headers, isSystemRequest, url } = request;
    return response.ok({
      body: {
        params,
        query,
        body,
        auth,
        probeHeader: headers['x-probe'] || null,
        isSystemRequest,
        path: url.pathname,
      },
    });
  };
  router.post({ path: `${PREFIX}/validated/{id}`, validate }, echo);
  router.get({ path: `${PREFIX}/validated/{id}`, validate: { params: anything, query: anything } }, echo);
  router.post({ path: `${PREFIX}/unvalidated`, validate: false }, echo);
  router.put({ path: `${PREFIX}/body`, validate: { body: anything } }, echo);
  router.delete({ path: `${PREFIX}/body`, validate: false }, echo);
  router.post(
    {
      path: `${PREFIX}/large`,
      options: { body: { maxBytes: 3 * 1024 * 1024 } },
      validate: { body: anything },
    },
    (_context, request, response) => response.ok({ body: { size: JSON.stringify(request.body).length } }),
  );
  router.post({ path: `${PREFIX}/no_xsrf`, options: { xsrfRequired: false }, validate: false }, echo);
  router.get(
    { path: `${PREFIX}/answer/{kind}`, validate: { params: anything } },
    (_context, request, response) => ANSWERS[request.params.kind](response),
  );
  router.get({ path: `${PREFIX}/user`, validate: false }, (_context, request, response) =>
    response.ok({
      body: { ...core.http.auth.get(request), isAuthenticated: core.http.auth.isAuthenticated(request) },
    }),
  );

  let aborted = 0;
  router.get({ path: `${PREFIX}/aborted`, validate: false }, (_context, _request, response) =>
    response.ok({ body: { aborted } }),
  );
  router.get({ path: `${PREFIX}/hang`, validate: false }, (_context, request, response) => {
    const subscription = request.events.aborted$.subscribe(() => aborted++);
    return new Promise((resolve) =>
      setTimeout(() => {
        subscription.unsubscribe();
        resolve(response.ok({ body: {} }));
      }, 1000),
    );
  });
};
