import type { Client } from '@opensearch-project/opensearch';
import { SiemError } from '../../core/errors';
import type { BulkItemFailure, EventIndex } from '../../core/ports';
import { abortable } from './abortable';
import { fromClientError, siemErrorOf } from './errors';

interface BulkItem {
  status: number;
  error?: { type: string; reason: string; caused_by?: { type?: string; reason?: string } };
}

interface BulkResponse {
  errors: boolean;
  items: Array<Record<string, BulkItem>>;
}

/** Statuses are all that is needed of items that went well; without them an item's place would be lost. */
const FILTER = [
  'errors',
  'items.*.status',
  'items.*.error.type',
  'items.*.error.reason',
  'items.*.error.caused_by.reason',
].join(',');

/** `EventIndex` through the host's client, so that hosts, TLS and users are configured in one place. */
export function createBulkIndex(client: Pick<Client, 'transport'>): EventIndex {
  return {
    async bulk(body, items, signal) {
      const call = client.transport.request(
        {
          method: 'POST',
          path: '/_bulk',
          querystring: { filter_path: FILTER },
          bulkBody: Buffer.from(body.buffer, body.byteOffset, body.byteLength) as never,
        },
        // Repeating is the ingest engine's own business: it backs off and can be aborted.
        { maxRetries: 0, headers: { 'content-type': 'application/x-ndjson' } },
      );
      try {
        const { body: response } = await abortable(call, signal);
        return answerOf(response as BulkResponse, items);
      } catch (thrown) {
        throw wholeBodyError(thrown);
      }
    },
  };
}

function answerOf(response: BulkResponse, items: number) {
  if (response.items?.length !== items) {
    throw new SiemError(
      'opensearch_unavailable',
      `OpenSearch answered ${response.items?.length ?? 0} of ${items} items of a bulk request.`,
    );
  }
  const answer = { created: items, duplicates: 0, failures: [] as BulkItemFailure[] };
  if (!response.errors) return answer;
  response.items.forEach((entry, item) => {
    const { status, error } = Object.values(entry)[0] as BulkItem;
    if (status < 300) return;
    answer.created--;
    if (status === 409) answer.duplicates++;
    else answer.failures.push(failureOf(item, status, error));
  });
  return answer;
}

function failureOf(item: number, status: number, error: BulkItem['error']): BulkItemFailure {
  const type = error?.type ?? 'unknown';
  const detail = error?.caused_by?.reason;
  const reason = [error?.reason ?? `status ${status}`, ...(detail ? [detail] : [])].join(': ');
  return { item, status, type, reason, error: itemError(status, type, reason) };
}

/** Only a 400 speaks about the document; whatever else it is, the document can go in when it has passed. */
function itemError(status: number, type: string, reason: string): SiemError {
  if (type === 'index_not_found_exception') {
    return new SiemError(
      'opensearch_unavailable',
      `OpenSearch may not make the index (${reason}): let action.auto_create_index allow siem-*. Work goes on by itself.`,
    );
  }
  const error = siemErrorOf(status >= 500 ? 503 : status, type, reason);
  // A parse error of the document, not of a query.
  return error.code === 'query_invalid' ? new SiemError('opensearch_rejected', reason) : error;
}

function wholeBodyError(thrown: unknown): SiemError {
  const error = fromClientError(thrown);
  const status = (thrown as { statusCode?: number }).statusCode ?? 0;
  if (error.code === 'opensearch_rejected' && status >= 500) {
    return new SiemError('opensearch_unavailable', error.message, { cause: thrown });
  }
  return error;
}
