import type { ListObjectsV2CommandInput, ListObjectsV2CommandOutput } from '@aws-sdk/client-s3';
import type { DeserializeMiddleware } from '@smithy/types';
import type { Readable } from 'stream';

/**
 * Reads an answer to its end before the SDK looks at it. For answers of S3 that are XML the SDK splits the stream in two, and an error reaches
 * neither: one that broke off was waited for without end, and with it the source.
 */
export const readWholeAnswer: DeserializeMiddleware<ListObjectsV2CommandInput, ListObjectsV2CommandOutput> =
  (next) => async (request) => {
    const result = await next(request);
    const response = result.response as { body: Readable | Uint8Array };
    const chunks: Buffer[] = [];
    for await (const chunk of response.body as Readable) chunks.push(chunk as Buffer);
    response.body = Buffer.concat(chunks);
    return result;
  };
