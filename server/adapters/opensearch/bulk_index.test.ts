import type { Client } from '@opensearch-project/opensearch';
import { createBulkIndex } from './bulk_index';

/** A client whose transport answers, or fails, as told. */
function clientWith(answer: { body: unknown } | Error): Pick<Client, 'transport'> {
  const call = Object.assign(answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer), {
    abort: () => undefined,
  });
  return { transport: { request: () => call } } as unknown as Pick<Client, 'transport'>;
}

const item = (status: number, type?: string, reason?: string) => ({
  create: { status, ...(type && { error: { type, reason } }) },
});
const bulk = (answer: { body: unknown } | Error, items: number) =>
  createBulkIndex(clientWith(answer)).bulk(Buffer.from('{}'), items);

describe('bulk answers', () => {
  it('count what was created and what was there', async () => {
    const items = [item(201), item(409, 'version_conflict_engine_exception', 'exists'), item(201)];
    expect(await bulk({ body: { errors: true, items } }, 3)).toEqual({
      created: 2,
      duplicates: 1,
      failures: [],
    });
  });

  it.each([
    [400, 'mapper_parsing_exception', 'failed to parse field [x]', 'opensearch_rejected', false],
    [
      400,
      'illegal_argument_exception',
      'Document contains at least one immense term',
      'opensearch_rejected',
      false,
    ],
    [
      400,
      'validation_exception',
      'this action would add [2] total shards, but this cluster currently has [1000]/[1000] maximum shards open',
      'shard_limit',
      true,
    ],
    [
      400,
      'validation_exception',
      'this action would add [2] total LOCAL_ONLY shards, but this cluster currently has [1000]/[1000] maximum LOCAL_ONLY shards open;',
      'shard_limit',
      true,
    ],
    [429, 'opensearch_rejected_execution_exception', 'queue full', 'opensearch_unavailable', true],
    [503, 'unavailable_shards_exception', 'primary shard is not active', 'opensearch_unavailable', true],
    [500, 'io_exception', 'disk', 'opensearch_unavailable', true],
    [
      403,
      'cluster_block_exception',
      'index [a] blocked by: [FORBIDDEN/8/index write (api)]',
      'index_read_only',
      true,
    ],
    [
      503,
      'cluster_block_exception',
      'blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized];',
      'opensearch_unavailable',
      true,
    ],
    [
      429,
      'cluster_block_exception',
      'index [a] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark]',
      'disk_flood_stage',
      true,
    ],
    [
      403,
      'security_exception',
      'no permissions for [indices:data/write/bulk]',
      'opensearch_forbidden',
      false,
    ],
    [
      404,
      'index_not_found_exception',
      'no such index [a] and [action.auto_create_index]',
      'opensearch_unavailable',
      true,
    ],
  ])('take %s %s (%s) for %s', async (status, type, reason, code, retryable) => {
    const { failures } = await bulk(
      { body: { errors: true, items: [item(201), item(status, type, reason)] } },
      2,
    );
    expect(failures).toMatchObject([{ item: 1, status, type, error: { code } }]);
    expect(failures[0]?.error.retryable).toBe(retryable);
  });

  it('are no answers when items lack', async () => {
    await expect(bulk({ body: { errors: false, items: [] } }, 2)).rejects.toMatchObject({
      code: 'opensearch_unavailable',
    });
  });

  it.each([
    [undefined, 'opensearch_unavailable'],
    [429, 'opensearch_unavailable'],
    [500, 'opensearch_unavailable'],
    [502, 'opensearch_unavailable'],
    [401, 'opensearch_forbidden'],
    [400, 'opensearch_rejected'],
  ])('that are a whole %s are %s', async (statusCode, code) => {
    const error = Object.assign(new Error('failed'), {
      statusCode,
      body: { error: { type: 't', reason: 'r' } },
    });
    await expect(bulk(error, 1)).rejects.toMatchObject({ code });
  });
});
