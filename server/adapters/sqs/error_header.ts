import type { ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-sqs';
import type { DeserializeMiddleware } from '@smithy/types';
import { Readable } from 'stream';

interface Response {
  statusCode: number;
  headers: Record<string, string>;
  body: Readable;
}

const HEADER = 'x-amzn-query-error';

/**
 * AWS names an error in a header besides the body, and the SDK cannot read an error without that header; other services that speak the protocol
 * leave it out. So it is made from the body.
 */
export const withErrorHeader: DeserializeMiddleware<ServiceInputTypes, ServiceOutputTypes> =
  (next) => async (request) => {
    const result = await next(request);
    const response = result.response as Response;
    if (response.statusCode < 300 || response.headers[HEADER] !== undefined) return result;
    const chunks: Buffer[] = [];
    for await (const chunk of response.body) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const [, name = 'Unknown'] = /"__type"\s*:\s*"(?:[^"#]*#)?([^"]+)"/.exec(body.toString('utf8')) ?? [];
    response.headers[HEADER] = `${name};Sender`;
    response.body = Readable.from([body]);
    return result;
  };
