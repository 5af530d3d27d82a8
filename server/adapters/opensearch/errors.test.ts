import { fromClientError } from './errors';

describe('a refusal of the security plugin', () => {
  it.each([
    [
      'says what was refused to whom',
      {
        body: {
          error: {
            type: 'security_exception',
            reason: 'no permissions for [indices:admin/get] and User [name=siem]',
          },
        },
      },
      /^OpenSearch refuses this to the user: no permissions for \[indices:admin\/get\] and User \[name=siem\]\./,
    ],
    [
      'has nothing to say where the answer has no body',
      { message: 'Response Error', body: '' },
      /^OpenSearch refuses this to the user\. /,
    ],
  ])('%s, and where the roles stand', (_, error, message) => {
    const refused = fromClientError({ statusCode: 403, ...error });
    expect(refused.code).toBe('opensearch_forbidden');
    expect(refused.message).toMatch(message);
    expect(refused.message).toContain('docs/security.md');
  });
});
