import fc from 'fast-check';
import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { logTypes } from '../../../server/core/ingest/log_types';
import { readObject, type ReadRecords } from './read_object';

const FOLDER = join(__dirname, '../../../server/core/ingest/log_types');

/** All samples of a log type as one text each. */
function samplesOf(id: string): string[] {
  const folder = join(FOLDER, id, 'samples');
  const names = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));
  return names.map((name) => readFileSync(join(folder, name), 'utf8'));
}

const chunkSizes = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 20 });

/** A real sample with some of its bytes overwritten. */
function damaged(id: string): fc.Arbitrary<Buffer> {
  const edits = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 12 });
  return fc.tuple(fc.constantFrom(...samplesOf(id)), edits).map(([sample, changes]) => {
    const bytes = Buffer.from(sample);
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
    return bytes;
  });
}

/** Each position of the object once: nothing is lost and nothing counted twice. */
function expectEachPositionOnce(read: ReadRecords): void {
  const positions = [...read.events, ...read.rejects, ...read.skips].map(({ position }) => position);
  const first = Math.min(...positions);
  expect(positions.sort((a, b) => a - b)).toEqual(positions.map((_, at) => first + at));
}

describe.each(logTypes.all.map((type) => [type.id, type] as const))('%s', (id, type) => {
  it('reads any bytes without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6_000 }), (bytes) => {
        expectEachPositionOnce(readObject(type, Buffer.from(bytes)));
      }),
      { numRuns: 50 },
    );
  });

  it('accounts for every record of damaged logs, and gives no invalid document', () => {
    fc.assert(
      fc.property(damaged(id), (bytes) => {
        const read = readObject(type, bytes);
        expectEachPositionOnce(read);
        for (const event of read.events) expect(event.id).toMatch(/^[\w-]+$/);
        expect(read.rejects.every(({ reason }) => !reason.includes('failed:'))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same whatever the chunks', () => {
    fc.assert(
      fc.property(damaged(id), chunkSizes, (bytes, sizes) => {
        expect(readObject(type, bytes, { chunkSizes: sizes })).toEqual(readObject(type, bytes));
      }),
      { numRuns: 60 },
    );
  });
});
