interface ErrorKind {
  /** HTTP status of a route that ends with it. */
  status: number;
  /** Can the same call succeed later, with nothing changed by the user? */
  retryable: boolean;
  /** When it happens and what to do; `docs/errors.md` is made from it. */
  help: string;
}

function kind(status: number, retryable: boolean, help: string): ErrorKind {
  return { status, retryable, help };
}

/** Every error of ours, once. Messages are written where the error is made, since they name what is at hand there. */
export const ERRORS = {
  invalid_input: kind(
    400,
    false,
    'A value in the request is not what the field takes; the message names the field.',
  ),
  not_found: kind(404, false, 'The object is not there, or no longer.'),
  conflict: kind(
    409,
    false,
    'Someone else changed the object in the meantime; load it again and repeat the change.',
  ),
  forbidden: kind(403, false, 'Your user lacks the right that the message names.'),
  no_encryption_key: kind(
    400,
    false,
    'Secrets cannot be stored before OpenSearch Dashboards has an encryption key; the message shows the command.',
  ),
  secret_unreadable: kind(
    500,
    false,
    'A stored secret cannot be decrypted with the keys configured now: put the old key back into awsSiem.encryptionKeys, or type the secret again.',
  ),
  secret_needed: kind(400, false, 'A destination was changed, so its secret has to be typed again.'),
  changed_outside: kind(
    409,
    false,
    "The object was changed without the SIEM's own routes, so nothing runs with it; open and save it to allow it again.",
  ),
  bucket_not_found: kind(
    400,
    false,
    'There is no bucket of that name, or not in that region or at that endpoint.',
  ),
  s3_access_denied: kind(
    400,
    false,
    'S3 refused the credentials for this call; the message names the permission to add.',
  ),
  s3_credentials: kind(400, false, 'The credentials themselves are wrong, expired or missing.'),
  s3_wrong_region: kind(400, false, 'The bucket is in another region; the message names it.'),
  s3_kms_denied: kind(400, false, 'The object is encrypted with a KMS key that the credentials may not use.'),
  s3_object_changed: kind(
    409,
    true,
    'The object was replaced or deleted while it was read; it is read again at the next poll.',
  ),
  s3_archived: kind(
    400,
    false,
    'The object is in an archive storage class (Glacier), so it cannot be read before it is restored.',
  ),
  s3_unavailable: kind(502, true, 'S3 did not answer, or asked to slow down.'),
  queue_not_found: kind(400, false, 'There is no SQS queue at that URL.'),
  queue_access_denied: kind(
    400,
    false,
    'SQS refused the credentials for this call; the message names the permission to add.',
  ),
  queue_wrong_region: kind(400, false, "The queue's URL and its region do not fit together."),
  queue_unavailable: kind(502, true, 'SQS did not answer, or asked to slow down.'),
  opensearch_unavailable: kind(
    503,
    true,
    'OpenSearch cannot be reached or is overloaded; work goes on when it is back.',
  ),
  opensearch_forbidden: kind(
    403,
    false,
    'OpenSearch refuses this to the user: whoever looks needs to read siem-*, the user of background work the role of docs/security.md.',
  ),
  opensearch_rejected: kind(502, false, 'OpenSearch refused the request; the message has its reason.'),
  shard_limit: kind(
    503,
    true,
    'The cluster has reached cluster.max_shards_per_node: delete old indices or raise the limit.',
  ),
  disk_flood_stage: kind(
    503,
    true,
    'A disk of the cluster is above the flood stage, so indices are read-only: free disk space.',
  ),
  index_read_only: kind(503, true, 'The index is blocked for writing: remove the block.'),
  query_invalid: kind(
    400,
    false,
    'The query cannot be parsed, or has more parts than OpenSearch takes; the message says where.',
  ),
  search_incomplete: kind(
    502,
    true,
    'Some shards failed or the search ran out of time, so the answer would have been wrong.',
  ),
  address_refused: kind(
    400,
    false,
    'The address is loopback, link-local, private or a metadata service; the message names the line to add to awsSiem.outbound.allow.',
  ),
  delivery_refused: kind(
    400,
    false,
    'The receiver refused the message for good (a 4xx answer, a rejected recipient).',
  ),
  delivery_failed: kind(502, true, 'The receiver could not be reached or answered with a passing error.'),
  download_refused: kind(
    400,
    false,
    'What is at the address cannot be used: it is not there, too large, or leads elsewhere; the message says which.',
  ),
  download_failed: kind(502, true, 'The address could not be reached or answered with a passing error.'),
  list_in_use: kind(409, false, 'Rules use the list, so it is kept; the message names them.'),
  worker_failed: kind(500, true, 'The ingest worker thread ended; it is started again.'),
  object_given_up: kind(
    500,
    false,
    "An object ended the worker thread again and again, so the rest of it is left unread; a reject names it. Read it again from the source's page once the cause is mended.",
  ),
  internal: kind(500, false, 'A mistake of ours; the log of OpenSearch Dashboards has the details.'),
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;

/** An error with a code of `ERRORS` and a message fit for the person who can mend it. */
export class SiemError extends Error {
  constructor(
    public readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'SiemError';
  }

  get status(): number {
    return ERRORS[this.code].status;
  }

  get retryable(): boolean {
    return ERRORS[this.code].retryable;
  }
}

/** Any thrown thing as a SiemError; what is not one already is a mistake of ours (`internal`). */
export function asSiemError(thrown: unknown): SiemError {
  if (thrown instanceof SiemError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new SiemError('internal', message, { cause: thrown });
}
