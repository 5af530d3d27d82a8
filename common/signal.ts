/** Events worth a look at any time, by their ids; the overview shows each with its change, Explore those of one entity. */
export const SIGNAL_IDS = [
  'failed_sign_ins',
  'root_use',
  'denied_calls',
  'iam_changes',
  'exposures',
  'rejected',
  'client_errors',
  'server_errors',
  'public_reads',
] as const;
export type SignalId = (typeof SIGNAL_IDS)[number];

export interface Signal {
  /** Id of the log type that tells of it. */
  type: string;
  /** Lucene, over events of the type. */
  query: string;
  /** Whose combinations of values are counted, most frequent first. */
  fields: readonly [string, ...string[]];
  /** A field whose different values are counted for each of them. */
  distinct?: string;
}

const SIGNALS: Record<SignalId, Signal> = {
  failed_sign_ins: {
    type: 'cloudtrail',
    query: 'event.action:ConsoleLogin AND event.outcome:failure',
    fields: ['user.name', 'source.ip'],
  },
  root_use: {
    type: 'cloudtrail',
    query: 'aws.cloudtrail.user_identity.type:Root',
    fields: ['event.action', 'source.ip'],
  },
  denied_calls: { type: 'cloudtrail', query: 'event.type:denied', fields: ['user.name', 'event.action'] },
  iam_changes: {
    type: 'cloudtrail',
    query: 'event.provider:iam.amazonaws.com AND aws.cloudtrail.read_only:false',
    fields: ['user.name', 'event.action'],
  },
  exposures: {
    type: 'cloudtrail',
    query:
      'event.outcome:success AND (siem.derived.public_exposure:true OR _exists_:siem.derived.sg_public_ports OR event.action:DeleteBucketPublicAccessBlock)',
    fields: ['event.action', 'aws.cloudtrail.target_id', 'user.name'],
  },
  rejected: {
    type: 'vpcflow',
    query: 'event.action:reject',
    fields: ['source.ip'],
    distinct: 'destination.port',
  },
  client_errors: {
    type: 'elblogs',
    query: 'http.response.status_code:[400 TO 499]',
    fields: ['source.ip', 'aws.elb.name'],
    distinct: 'url.path',
  },
  server_errors: {
    type: 'elblogs',
    query: 'http.response.status_code:[500 TO 599]',
    fields: ['aws.elb.name', 'http.response.status_code'],
  },
  public_reads: {
    type: 's3access',
    // A line without requester, or with a dash for it, is of someone who did not sign in.
    query:
      'event.outcome:success AND event.action:(REST.GET.OBJECT OR REST.GET.BUCKET) AND (aws.s3access.requester:"-" OR (*:* NOT _exists_:aws.s3access.requester))',
    fields: ['aws.s3access.bucket', 'source.ip'],
    distinct: 'aws.s3access.key',
  },
};

export function isSignal(id: string): id is SignalId {
  return (SIGNAL_IDS as readonly string[]).includes(id);
}

export function signalOf(id: SignalId): Signal {
  return SIGNALS[id];
}

/** Lucene for the signal's events among those of all types. */
export function signalQuery(id: SignalId): string {
  const { type, query } = signalOf(id);
  return `type:${type} AND (${query})`;
}
