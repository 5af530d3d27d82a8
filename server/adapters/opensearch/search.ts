import { setTimeout } from 'timers/promises';
import type { OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import { SiemError } from '../../core/errors';
import type { IndexField, Search, SearchAnswer, SearchRequest } from '../../core/ports';
import { abortable } from './abortable';
import { type ErrorCause, fromClientError, fromErrorCause, siemErrorOf } from './errors';

const NO_SHARD = 'no_shard_available_action_exception';
const STARTING_TRIES = 10;
const STARTING_WAIT = 200;

/** What is read of an answer: OpenSearch takes time to write the rest, and we to parse it, for ten thousand rules a minute. */
const PARTS_READ = [
  'error',
  'status',
  ...['took', 'timed_out', 'status', 'error', 'aggregations', 'hits.total', 'hits.hits'].map(inEach),
  ...['failed', 'failures'].map((part) => inEach(`_shards.${part}`)),
].join();

interface RawAnswer {
  took: number;
  timed_out: boolean;
  status?: number;
  error?: ErrorCause;
  _shards: { failed: number; failures?: Array<{ reason?: { type?: string; reason?: string } }> };
  /** Absent where there is neither a total nor a hit. */
  hits?: { total?: number | { value: number }; hits?: SearchAnswer['hits']['hits'] };
  aggregations?: Record<string, unknown>;
}

/** Indices that are not there (yet) are no mistake: a pattern may match nothing before the first event. */
const LENIENT_INDICES = { ignore_unavailable: true, allow_no_indices: true };

/** `Search` over one client: the internal user's for background work, a request's own user's for what people look at. */
export function createSearch(client: OpenSearchClient): Search {
  return {
    async search(request, signal) {
      const [answer] = await msearch(client, [request], signal);
      if (answer instanceof Error) throw answer;
      return answer as SearchAnswer;
    },
    msearch: (requests, signal) => msearch(client, requests, signal),
    async fields(pattern) {
      try {
        const { body } = await client.fieldCaps<FieldCapabilities>({
          index: pattern,
          fields: '*',
          ...LENIENT_INDICES,
        });
        return fieldsOf(body);
      } catch (error) {
        throw fromClientError(error);
      }
    },
    async refresh(index) {
      try {
        await client.indices.refresh({ index, ...LENIENT_INDICES });
      } catch (error) {
        throw fromClientError(error);
      }
    },
  };
}

async function msearch(
  client: OpenSearchClient,
  requests: SearchRequest[],
  signal?: AbortSignal,
): Promise<Array<SearchAnswer | Error>> {
  const answers = await send(client, requests, signal);
  for (let tries = 0; tries < STARTING_TRIES && answers.some(isStarting) && !signal?.aborted; tries++) {
    await setTimeout(STARTING_WAIT);
    const waiting = answers.flatMap((answer, index) => (isStarting(answer) ? [index] : []));
    const again = await send(
      client,
      waiting.map((index) => requests[index] as SearchRequest),
      signal,
    );
    waiting.forEach((index, place) => (answers[index] = again[place] as RawAnswer));
  }
  return answers.map(complete);
}

async function send(
  client: OpenSearchClient,
  requests: SearchRequest[],
  signal?: AbortSignal,
): Promise<RawAnswer[]> {
  if (requests.length === 0) return [];
  const lines = requests.flatMap(({ index, body }) => [{ index, ...LENIENT_INDICES }, body]);
  try {
    const { body } = await abortable(
      client.msearch<{ responses: RawAnswer[] }>({ body: lines, filter_path: PARTS_READ }),
      signal,
    );
    return body.responses;
  } catch (error) {
    throw fromClientError(error);
  }
}

/** An index that was made this moment has no shard to search yet; it has one a moment later. */
function isStarting({ status, error, _shards }: RawAnswer): boolean {
  const reason = error ? error.failed_shards?.[0]?.reason?.type : _shards.failures?.[0]?.reason?.type;
  return reason === NO_SHARD || (status === 503 && error !== undefined && reason === undefined);
}

function complete(raw: RawAnswer): SearchAnswer | Error {
  if (raw.error) return fromErrorCause(raw.status, raw.error);
  if (raw.timed_out)
    return new SiemError('search_incomplete', 'The search ran out of time before all shards had answered.');
  if (raw._shards.failed > 0) {
    const reason = raw._shards.failures?.[0]?.reason;
    if (reason?.type && reason.reason) {
      const error = siemErrorOf(400, reason.type, reason.reason);
      if (error.code === 'query_invalid') return error;
    }
    return new SiemError(
      'search_incomplete',
      `${raw._shards.failed} shards failed: ${reason?.reason ?? 'no reason given'}.`,
    );
  }
  const { total, hits = [] } = raw.hits ?? {};
  return {
    took: raw.took,
    hits: { total: typeof total === 'number' ? total : (total?.value ?? 0), hits },
    aggregations: raw.aggregations,
  };
}

function inEach(part: string): string {
  return `responses.${part}`;
}

interface FieldCapabilities {
  fields: Record<string, Record<string, { aggregatable: boolean; metadata_field?: boolean }>>;
}

function fieldsOf({ fields }: FieldCapabilities): IndexField[] {
  return Object.entries(fields)
    .filter(([name, types]) => !name.startsWith('_') && !('object' in types || 'nested' in types))
    .map(([name, types]) => {
      const kinds = Object.keys(types);
      return {
        name,
        type: kinds.length === 1 ? (kinds[0] as string) : 'conflict',
        aggregatable: Object.values(types).every(({ aggregatable }) => aggregatable),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
