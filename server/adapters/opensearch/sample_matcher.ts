import { randomBytes } from 'crypto';
import type { Client } from '@opensearch-project/opensearch';
import type { SampleMatcher } from '../../core/detect/author/check_samples';
import type { Clause } from '../../core/detect/clauses';
import { fromClientError } from './errors';

const PREFIX = 'siem-samples-';
/** What a process that was killed has left behind is removed after this, in milliseconds. */
const LEFT_BEHIND = 600_000;

interface Shape {
  settings: Record<string, unknown>;
  mappings: Record<string, unknown>;
}

interface RawIndex {
  settings?: { index?: { analysis?: Record<string, unknown> } };
  mappings?: Record<string, unknown>;
}

type MatcherClient = Pick<Client, 'transport'>;

/**
 * Matches samples in an index that exists only for that moment: with the mapping that the newest index of the pattern has, or that our
 * template will give, so that the query means what it means for real events.
 */
export function createSampleMatcher(client: MatcherClient, now: () => number): SampleMatcher {
  const request = async <T>(
    method: string,
    path: string,
    body?: unknown,
    ignore: number[] = [],
  ): Promise<T> =>
    (await client.transport.request({ method, path, body: body as never }, { ignore })).body as T;

  async function shapeOf(pattern: string, event: Record<string, unknown>): Promise<Shape> {
    const type = typeof event['type'] === 'string' ? event['type'].replace(/[^a-z0-9]/g, '') : '';
    const own = pattern.startsWith('siem-logs-') || pattern.startsWith('siem-*') || pattern === '*';
    if (own && type !== '') {
      const name = `siem-logs-${type}-default-0000`;
      const { template } = await request<{ template?: RawIndex }>(
        'POST',
        `/_index_template/_simulate_index/${name}`,
      );
      if (template?.mappings && Object.keys(template.mappings).length > 0) return shape(template);
    }
    const options = 'expand_wildcards=open&ignore_unavailable=true&allow_no_indices=true';
    const indices = await request<Record<string, RawIndex>>(
      'GET',
      `/${encodeURI(pattern)}?${options}`,
      undefined,
      [404],
    );
    const newest = Object.keys(indices)
      .filter((name) => indices[name]?.mappings)
      .sort()
      .pop();
    return shape((newest !== undefined && indices[newest]) || {});
  }

  async function removeLeftovers(): Promise<void> {
    const found = await request<Record<string, unknown>>(
      'GET',
      `/${PREFIX}*?expand_wildcards=all`,
      undefined,
      [404],
    );
    for (const name of Object.keys(found)) {
      const madeAt = Number(name.slice(PREFIX.length).split('-')[0]);
      if (now() - madeAt > LEFT_BEHIND) await request('DELETE', `/${name}`, undefined, [404]);
    }
  }

  async function isFound(shaped: Shape, event: Record<string, unknown>, query: Clause): Promise<boolean> {
    const index = `${PREFIX}${now()}-${randomBytes(6).toString('hex')}`;
    const settings = { ...shaped.settings, number_of_shards: 1, number_of_replicas: 0, hidden: true };
    await request('PUT', `/${index}`, { settings, mappings: shaped.mappings });
    try {
      await request('PUT', `/${index}/_doc/sample?refresh=true`, event);
      const { count } = await request<{ count: number }>('POST', `/${index}/_count`, { query });
      return count > 0;
    } finally {
      await request('DELETE', `/${index}`, undefined, [404]);
    }
  }

  return {
    async matches(pattern, events, query) {
      try {
        await removeLeftovers();
        const found: boolean[] = [];
        for (const event of events) {
          found.push(await isFound(await shapeOf(pattern, event), event, query));
        }
        return found;
      } catch (thrown) {
        throw fromClientError(thrown);
      }
    },
  };
}

function shape({ settings, mappings }: RawIndex): Shape {
  const analysis = settings?.index?.analysis;
  return { settings: analysis ? { analysis } : {}, mappings: mappings ?? {} };
}
