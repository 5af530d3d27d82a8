import { createServer, type IncomingMessage, type ServerResponse } from 'http';
import { Readable } from 'stream';
import { pipeline } from 'stream/promises';
import { gzipSync } from 'zlib';
import { flowLines } from '../test/integration/ingest_setup';
import { BUCKETS, type BucketShape } from './bucket_shapes';

const PAGE = 1_000;
const STORED_AT = new Date(Date.now() - 3_600_000).toISOString();
const member = Object.fromEntries(
  Object.entries(BUCKETS).map(([name, { lines }]) => [name, gzipSync(flowLines(lines))]),
);

/**
 * A process of its own: an S3 that makes its objects while it sends them, and an OpenSearch that takes every bulk request and keeps nothing. So what the
 * process under test needs is seen alone, whatever the size.
 */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/_bulk') return void take(request, response);
  const [, bucket = '', ...key] = url.pathname.split('/');
  const shape = (BUCKETS as Record<string, BucketShape>)[bucket];
  if (!shape) response.writeHead(404).end();
  else if (key.join('') === '') list(url.searchParams, bucket, shape, response);
  else void send(bucket, shape, response);
}

function list(query: URLSearchParams, bucket: string, shape: BucketShape, response: ServerResponse): void {
  const after = query.get('continuation-token') ?? query.get('start-after');
  const from = after ? Number.parseInt(after, 10) + 1 : 0;
  const to = Math.min(shape.objects, from + PAGE);
  const size = (member[bucket]?.length ?? 0) * shape.members;
  const rows: string[] = [];
  for (let place = from; place < to; place++) {
    rows.push(
      `<Contents><Key>${keyOf(place)}</Key><ETag>"${place}"</ETag><Size>${size}</Size><LastModified>${STORED_AT}</LastModified></Contents>`,
    );
  }
  const more = to < shape.objects;
  const next = more ? `<NextContinuationToken>${keyOf(to - 1)}</NextContinuationToken>` : '';
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${rows.join('')}</ListBucketResult>`,
  );
}

function keyOf(place: number): string {
  return `${String(place).padStart(8, '0')}.log.gz`;
}

function send(bucket: string, shape: BucketShape, response: ServerResponse): Promise<void> {
  const bytes = member[bucket] as Buffer;
  response.writeHead(200, { 'content-length': bytes.length * shape.members });
  const body = Array.from({ length: shape.members }, () => bytes);
  // A reader that goes away is its own business.
  return pipeline(Readable.from(body), response).catch(() => undefined);
}

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let lines = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
  }
  const items = Array.from({ length: lines / 2 }, () => '{"create":{"status":201}}').join(',');
  response.writeHead(200, { 'content-type': 'application/json' }).end(`{"errors":false,"items":[${items}]}`);
}

const server = createServer(answer).listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as { port: number }).port);
});
// Whoever asked for it may have been killed.
process.on('disconnect', () => process.exit());
