import { type Mailbox, startMailbox } from './mail';
import { type EmbeddedOpenSearch, type OpenSearchOptions, startOpenSearch } from './opensearch';
import { startS3 } from './s3';

export interface WantedParts {
  opensearch?: boolean | OpenSearchOptions;
  s3?: boolean;
  mail?: boolean;
}

export interface Parts {
  /** Address of OpenSearch; empty if not asked for. The same holds for `s3Endpoint`. */
  opensearchUrl: string;
  s3Endpoint: string;
  mailbox?: Mailbox;
  /** Present where OpenSearch is our own, to halt and restart it. */
  opensearch?: EmbeddedOpenSearch;
  /** Ends all that was started here; existing servers stay. */
  stop(): Promise<void>;
}

/**
 * Starts the asked-for parts at the same time. `OPENSEARCH_URL` and `S3_ENDPOINT` in the environment stand for existing ones, which are used as
 * they are. If one does not come up, the others are ended again.
 *
 * @throws UserError when Java or Maven is needed and missing
 */
export async function startParts(wanted: WantedParts, env: NodeJS.ProcessEnv = process.env): Promise<Parts> {
  const parts: Parts = {
    opensearchUrl: wanted.opensearch ? (env['OPENSEARCH_URL'] ?? '') : '',
    s3Endpoint: wanted.s3 ? (env['S3_ENDPOINT'] ?? '') : '',
    stop: async () => {
      await Promise.all(stops.splice(0).map((stop) => stop()));
    },
  };
  const stops: Array<() => Promise<void>> = [];
  const starts: Array<Promise<void>> = [];
  if (wanted.opensearch && !parts.opensearchUrl) {
    const options = wanted.opensearch === true ? {} : wanted.opensearch;
    starts.push(
      startOpenSearch(options).then((opensearch) => {
        stops.push(opensearch.stop);
        Object.assign(parts, { opensearch, opensearchUrl: opensearch.url });
      }),
    );
  }
  if (wanted.s3 && !parts.s3Endpoint) {
    starts.push(
      startS3().then((s3) => {
        stops.push(s3.stop);
        parts.s3Endpoint = s3.endpoint;
      }),
    );
  }
  if (wanted.mail) {
    starts.push(
      startMailbox().then((mailbox) => {
        stops.push(mailbox.stop);
        parts.mailbox = mailbox;
      }),
    );
  }
  const results = await Promise.allSettled(starts);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    await parts.stop();
    throw failed.reason;
  }
  return parts;
}
