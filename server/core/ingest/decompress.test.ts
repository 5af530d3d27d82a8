import { Readable } from 'stream';
import { gzipSync } from 'zlib';
import { decompress, DECOMPRESSION_LIMITS } from './decompress';

const text = Array.from({ length: 20_000 }, (_, line) => `line ${line} ${Math.sin(line)}\n`).join('');

async function read(stored: Buffer, limits = DECOMPRESSION_LIMITS, pieceBytes = 50_000) {
  const pieces: Buffer[] = [];
  for (let at = 0; at < stored.length; at += pieceBytes) pieces.push(stored.subarray(at, at + pieceBytes));
  let out = '';
  const end = await decompress(
    Readable.from(pieces),
    { data: (chunk) => (out += chunk.toString('latin1')), ready: () => undefined },
    limits,
  );
  return { out, end };
}

describe('decompress', () => {
  it('passes plain data as it is', async () => {
    const { out, end } = await read(Buffer.from(text));
    expect(out).toBe(text);
    expect(end).toEqual({ reachedEnd: true, stored: text.length, decompressed: text.length });
  });

  it('gunzips all members, wherever the pieces are cut', async () => {
    const stored = Buffer.concat([gzipSync(text), gzipSync('second\n'), gzipSync('third\n')]);
    for (const pieceBytes of [1, 7, 50_000]) {
      const { out, end } = await read(
        pieceBytes === 1 ? stored.subarray(-60) : stored,
        undefined,
        pieceBytes,
      );
      if (pieceBytes > 1) expect(out).toBe(`${text}second\nthird\n`);
      expect(end.stored).toBeGreaterThan(0);
    }
  });

  it('ends at zeros that fill a gzip object up', async () => {
    for (const pieceBytes of [1, 50_000]) {
      const { out, end } = await read(
        Buffer.concat([gzipSync('text\n'), Buffer.alloc(20)]),
        undefined,
        pieceBytes,
      );
      expect(out).toBe('text\n');
      expect(end.broken).toBeUndefined();
    }
  });

  it('reads objects of no and of one byte', async () => {
    expect((await read(Buffer.alloc(0))).end).toEqual({ reachedEnd: true, stored: 0, decompressed: 0 });
    expect((await read(Buffer.from('x'))).out).toBe('x');
  });

  it('delivers what stands before the end of truncated gzip data', async () => {
    const stored = gzipSync(text);
    const { out, end } = await read(stored.subarray(0, stored.length / 2));
    expect(end).toMatchObject({ broken: expect.stringContaining('truncated') });
    expect(out.length).toBeGreaterThan(text.length / 3);
    expect(text.startsWith(out)).toBe(true);
  });

  it('says that gzip data is damaged', async () => {
    const stored = gzipSync(text);
    stored.fill(0xff, 1_000, 1_100);
    expect((await read(stored)).end).toMatchObject({
      broken: expect.stringContaining('damaged'),
    });
  });

  it('stops at a decompression bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    let bytes = 0;
    const end = await decompress(Readable.from([bomb]), {
      data: (chunk) => (bytes += chunk.length),
      ready: () => undefined,
    });
    expect(end).toMatchObject({ broken: expect.stringContaining('bomb') });
    expect(bytes).toBeLessThan(100 * 1024 * 1024);
  });

  it('stops at the size limit', async () => {
    const { end } = await read(gzipSync(text), { maxBytes: 1_000, maxRatio: 400 });
    expect(end).toMatchObject({ broken: expect.stringContaining('1000 bytes') });
  });

  it('throws what goes wrong with the stream itself', async () => {
    const stored = new Readable({ read() {} });
    stored.push('abc');
    setImmediate(() => stored.destroy(new Error('lost')));
    await expect(decompress(stored, { data: () => undefined, ready: () => undefined })).rejects.toThrow(
      'lost',
    );
  });
});
