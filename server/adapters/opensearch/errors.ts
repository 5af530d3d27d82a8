import { SiemError } from '../../core/errors';

/** The `error` of an answer of OpenSearch. */
export interface ErrorCause {
  type?: string;
  reason?: string;
  root_cause?: ErrorCause[];
  caused_by?: ErrorCause;
  failed_shards?: Array<{ reason?: ErrorCause }>;
}

interface ClientError {
  statusCode?: number;
  message?: string;
  body?: { error?: ErrorCause | string };
}

const QUERY_ERRORS = new Set([
  'query_shard_exception',
  'parse_exception',
  'parsing_exception',
  'token_mgr_error',
]);

/** What OpenSearch's error (a whole answer, one item of a bulk or of an msearch) means to us, and whether a retry can help. */
export function siemErrorOf(
  status: number | undefined,
  type: string,
  reason: string,
  cause?: unknown,
): SiemError {
  if (/flood[- ]stage/i.test(reason)) {
    return new SiemError(
      'disk_flood_stage',
      `A disk of the OpenSearch cluster is above its flood stage, so indices are read-only. Free disk space; work goes on by itself. (${reason})`,
      { cause },
    );
  }
  // A 503 is a cluster that has just started or has no manager: no block of anybody's making.
  if (type === 'cluster_block_exception' && status !== 503) {
    return new SiemError(
      'index_read_only',
      `OpenSearch blocks writing: ${reason}. Remove the block; work goes on by itself.`,
      { cause },
    );
  }
  // "maximum shards open" in 2.x, "maximum LOCAL_ONLY shards open" in 3.x
  if (/maximum (\S+ )?shards open/.test(reason)) {
    return new SiemError(
      'shard_limit',
      `The cluster has reached cluster.max_shards_per_node, so no new index can be made. Delete old indices or raise the limit. (${reason})`,
      { cause },
    );
  }
  // Of a query that is too large as a whole some releases say so with status 500.
  if (/maxClauseCount is set to|: too many boolean clauses$/.test(reason)) {
    return new SiemError(
      'query_invalid',
      'The query has more parts than OpenSearch takes (indices.query.bool.max_clause_count, 1,024 unless set). Put many values on a list; for a list of very many CIDR blocks make a rule of the type IP list.',
      { cause },
    );
  }
  if (status === undefined || status === 429 || status === 408 || status >= 502) {
    return new SiemError('opensearch_unavailable', `OpenSearch is not available: ${reason || 'no answer'}.`, {
      cause,
    });
  }
  if (status === 401 || status === 403) {
    // An answer to HEAD has no body, so the client has no reason to tell.
    const why = reason === 'Response Error' ? '' : `: ${reason}`;
    return new SiemError(
      'opensearch_forbidden',
      `OpenSearch refuses this to the user${why}. What roles need stands in docs/security.md.`,
      { cause },
    );
  }
  if (QUERY_ERRORS.has(type))
    return new SiemError('query_invalid', `OpenSearch cannot parse the query: ${reason}`, { cause });
  return new SiemError('opensearch_rejected', `OpenSearch refused the request: ${reason || type}`, { cause });
}

/** The same for an `error` object, by its cause. */
export function fromErrorCause(status: number | undefined, error: ErrorCause, cause?: unknown): SiemError {
  const { type, reason } = innermost(error);
  return siemErrorOf(status, type, reason, cause);
}

/** The same for an error that the host's client threw. */
export function fromClientError(thrown: unknown): SiemError {
  if (thrown instanceof SiemError) return thrown;
  const error = thrown as ClientError;
  const detail = error.body?.error;
  if (typeof detail === 'object' && detail !== null) return fromErrorCause(error.statusCode, detail, thrown);
  return siemErrorOf(
    error.statusCode,
    '',
    typeof detail === 'string' ? detail : (error.message ?? ''),
    thrown,
  );
}

/** The cause people can act on is the deepest one: "all shards failed" says nothing. */
function innermost(error: ErrorCause): { type: string; reason: string } {
  const next = error.failed_shards?.[0]?.reason ?? error.root_cause?.[0] ?? undefined;
  const deeper = next && next !== error ? next : undefined;
  const chosen = deeper ?? error;
  const parse =
    chosen.caused_by?.reason && QUERY_ERRORS.has(chosen.type ?? '') ? chosen.caused_by : undefined;
  return {
    type: chosen.type ?? error.type ?? '',
    reason: (parse?.reason ?? chosen.reason ?? error.reason ?? '').split('\n')[0] ?? '',
  };
}
