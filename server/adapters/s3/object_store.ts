import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  ListObjectsV2Command,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { Readable } from 'stream';
import { SiemError } from '../../core/errors';
import type { ObjectStore } from '../../core/ports';
import { credentialsOf } from '../aws/credentials';
import { type OutboundAgents, requestHandlerOf } from '../aws/request_handler';
import { fromS3Error, type S3Call } from './s3_errors';
import type { StoreSettings } from './store_settings';
import { readWholeAnswer } from './whole_answer';

/** The `ObjectStore` of one bucket in S3 or in a store that speaks its protocol at `endpoint`. */
export function createObjectStore(settings: StoreSettings, agents: OutboundAgents): ObjectStore {
  const { bucket, region, endpoint } = settings;
  const requestHandler = requestHandlerOf(agents);
  const config: S3ClientConfig = {
    region,
    credentials: credentialsOf(settings, requestHandler),
    requestHandler,
    maxAttempts: 3,
    // Stores other than AWS's often know no checksums, and gzip carries its own.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
  };
  const client = new S3Client(config);
  const call: S3Call = { bucket, region, endpoint };

  async function get(
    request: { Key: string; IfMatch: string; Range?: string },
    abortSignal?: AbortSignal,
  ): Promise<GetObjectCommandOutput> {
    try {
      return await client.send(new GetObjectCommand({ Bucket: bucket, ...request }), { abortSignal });
    } catch (thrown) {
      throw fromS3Error(thrown, { ...call, key: request.Key });
    }
  }

  return {
    async list({ prefix, startAfter, delimiter, continuation, limit }) {
      try {
        const command = new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix,
          StartAfter: startAfter,
          Delimiter: delimiter,
          ContinuationToken: continuation,
          MaxKeys: limit,
        });
        command.middlewareStack.add(readWholeAnswer, { step: 'deserialize', priority: 'low' });
        const page = await client.send(command);
        return {
          objects: (page.Contents ?? []).map(({ Key, ETag, Size, LastModified }) => ({
            key: Key ?? '',
            etag: unquoted(ETag ?? ''),
            size: Size ?? 0,
            lastModified: LastModified?.getTime() ?? 0,
          })),
          prefixes: (page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix ?? ''),
          continuation: page.IsTruncated ? page.NextContinuationToken : undefined,
        };
      } catch (thrown) {
        throw fromS3Error(thrown, call);
      }
    },

    async open({ key, etag }, signal) {
      const about = { ...call, key };
      const body = (await get({ Key: key, IfMatch: `"${etag}"` }, signal)).Body as Readable;
      const abort = () => body.destroy(new Error('aborted'));
      signal?.addEventListener('abort', abort, { once: true });
      const chunks = withErrorsOf(about, body, () => signal?.removeEventListener('abort', abort));
      return Readable.from(chunks, { objectMode: false });
    },

    async read({ key, etag }, from, to, signal) {
      const { Body } = await get(
        { Key: key, IfMatch: `"${etag}"`, Range: `bytes=${from}-${to - 1}` },
        signal,
      );
      try {
        const bytes = await Body?.transformToByteArray();
        if (bytes?.length === to - from) return bytes;
      } catch (thrown) {
        throw fromS3Error(thrown, { ...call, key });
      }
      throw new SiemError('s3_unavailable', `S3 sent less of s3://${bucket}/${key} than was asked for.`);
    },
  };
}

/** The body's chunks; a connection that breaks is an error of ours. */
async function* withErrorsOf(call: S3Call, body: Readable, done: () => void): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body) yield chunk as Buffer;
  } catch (thrown) {
    throw fromS3Error(thrown, call);
  } finally {
    done();
    body.destroy();
  }
}

function unquoted(etag: string): string {
  return etag.replace(/^"|"$/g, '');
}
