import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { gzipSync } from 'zlib';
import { never, setUp, source, START } from '../../../../test/fakes/ingest_engine';
import { SiemError } from '../../errors';
import { UnreadableObject } from '../unreadable';
import { parquetText } from './parquet_text';

const KEY =
  'AWSLogs/aws-account-id=123456789010/aws-service=vpcflowlogs/aws-region=us-east-1/year=2026/month=01/day=15/hour=11/123456789010_vpcflowlogs_us-east-1_fl-1_20260115T1100Z_1.log.parquet';
const SOAK = process.env['SIEM_SOAK'] !== undefined;
const SECONDS = START / 1_000;

/** A file as AWS writes it: columns with underscores, numbers as integers, packed with gzip. */
function flowFile(rows: number, codec: 'GZIP' | 'SNAPPY' | 'UNCOMPRESSED' = 'GZIP'): Buffer {
  const of = <T>(make: (row: number) => T) => Array.from({ length: rows }, (_, row) => make(row));
  return Buffer.from(
    parquetWriteBuffer({
      codec,
      compressors: { GZIP: (bytes) => gzipSync(bytes) },
      rowGroupSize: 100,
      columnData: [
        { name: 'version', data: of(() => 2), type: 'INT32' },
        { name: 'account_id', data: of(() => '123456789010'), type: 'STRING' },
        { name: 'interface_id', data: of((row) => `eni-${row}`), type: 'STRING' },
        { name: 'srcaddr', data: of((row) => (row === 3 ? null : `10.0.0.${row % 250}`)), type: 'STRING' },
        { name: 'dstaddr', data: of(() => '203.0.113.9'), type: 'STRING' },
        { name: 'bytes', data: of((row) => BigInt(row)), type: 'INT64' },
        { name: 'start', data: of((row) => BigInt(SECONDS - 600 + row)), type: 'INT64' },
        { name: 'end', data: of((row) => BigInt(SECONDS - 540 + row)), type: 'INT64' },
        { name: 'action', data: of(() => 'ACCEPT'), type: 'STRING' },
        { name: 'log_status', data: of(() => 'OK'), type: 'STRING' },
      ],
    }),
  );
}

function bufferOf(file: Buffer) {
  const reads: number[] = [];
  return {
    reads,
    byteLength: file.length,
    async slice(from: number, to = file.length) {
      reads.push(to - from);
      return new Uint8Array(file.subarray(from, to)).buffer;
    },
  };
}

async function textOf(file: ReturnType<typeof bufferOf>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of parquetText(file, (column) => column.replace(/_/g, '-'))) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('a Parquet file as text', () => {
  it.each(['GZIP', 'SNAPPY', 'UNCOMPRESSED'] as const)('packed with %s', async (codec) => {
    const lines = (await textOf(bufferOf(flowFile(250, codec)))).trimEnd().split('\n');
    expect(lines).toHaveLength(251);
    expect(lines[0]).toBe(
      'version account-id interface-id srcaddr dstaddr bytes start end action log-status',
    );
    expect(lines[4]).toBe(`2 123456789010 eni-3 - 203.0.113.9 3 ${SECONDS - 597} ${SECONDS - 537} ACCEPT OK`);
  });

  it('hands on what S3 says, and tells a file that is damaged', async () => {
    const error = new SiemError('s3_unavailable', 'slow down');
    const failing = { byteLength: 1_000, slice: () => Promise.reject(error), reads: [] };
    await expect(textOf(failing)).rejects.toBe(error);
    await expect(textOf(bufferOf(Buffer.from('no parquet at all')))).rejects.toThrow(UnreadableObject);
  });

  // The library alone would take hours for some of these, or all the memory.
  it.each(['GZIP', 'SNAPPY', 'UNCOMPRESSED'] as const)(
    'tells damage of any other kind: %s',
    async (codec) => {
      const file = flowFile(50, codec);
      const place = fc.oneof(
        fc.nat(file.length - 1),
        fc.integer({ min: file.length - 200, max: file.length - 1 }),
      );
      const byte = fc.oneof(fc.nat(255), fc.constantFrom(0, 0x15, 0x7f, 0x80, 0xff));
      const change = fc.record({ at: place, byte, times: fc.oneof(fc.constant(1), fc.nat(30)) });
      await fc.assert(
        fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
          const damaged = Buffer.from(file);
          for (const { at, byte: value, times } of changes)
            damaged.fill(value, at, Math.min(at + times, file.length));
          const startedAt = performance.now();
          const outcome = await textOf(bufferOf(damaged)).catch((thrown: unknown) => thrown);
          if (!(typeof outcome === 'string' || outcome instanceof UnreadableObject)) throw outcome;
          expect(performance.now() - startedAt).toBeLessThan(5_000);
        }),
        { numRuns: SOAK ? 20_000 : 300 },
      );
    },
  );
});

describe('a source of flow logs as Parquet', () => {
  it('reads them from hive-style keys, each row with its place', async () => {
    const { objects, engine, events, poll } = setUp();
    const file = flowFile(250);
    objects.put(KEY, file);
    await poll();
    expect(await engine.status(source.id)).toMatchObject({
      state: 'ok',
      objects: 1,
      events: 250,
      rejects: 0,
      bytes: file.length,
    });
    const documents = events.all('siem-logs-vpcflow-');
    expect(new Set(documents.map(({ log }) => (log as { offset: number }).offset)).size).toBe(250);
    expect(documents[0]).toMatchObject({
      cloud: { account: { id: '123456789010' }, region: 'us-east-1' },
      destination: { ip: '203.0.113.9' },
      log: { offset: 2 },
    });
    expect((await engine.testSource(source)).events).toHaveLength(5);
  });

  it('keeps what was read before a damaged place, and rejects the rest', async () => {
    const { objects, engine, events, poll } = setUp();
    const file = flowFile(250);
    // Within the third row group, but not the footer.
    file.fill(0xff, Math.floor(file.length * 0.5), Math.floor(file.length * 0.6));
    objects.put(KEY, file);
    await poll();
    const { events: read, rejects } = await engine.status(source.id);
    expect(rejects).toBe(1);
    expect(read % 100).toBe(0);
    expect(events.all('siem-rejects-')).toEqual([
      expect.objectContaining({ error: { message: expect.stringContaining('Parquet') } }),
    ]);
  });

  it('says what to do where the log type takes no Parquet', async () => {
    const { objects, engine } = setUp();
    objects.put('a.parquet', flowFile(10));
    const answer = await engine.testSource({ ...source, logType: 'elblogs' }, never);
    expect(answer).toMatchObject({
      ok: false,
      message: expect.stringContaining('let AWS deliver the logs as text'),
    });
  });
});
