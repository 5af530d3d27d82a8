import { existsSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import type { LogType } from '../../../server/core/ingest/log_type';
import { layoutOf } from '../../../server/core/ingest/row_layout';
import { leavesOf, lostValues, valuesOfLine, valuesOfObjects } from './kept_values';
import { readObject, type ReadRecords } from './read_object';

interface Expected extends ReadRecords {
  /** The object's key in S3. */
  key?: string;
}

/** `UPDATE_SAMPLES=1 npx jest …` writes what the parser makes today; look at the difference before you keep it. */
const update = process.env.UPDATE_SAMPLES === '1';

/**
 * The tests every log type has: its samples become the expected events, no value is lost on the way, and every field of
 * an event is declared.
 */
export function testSamples(logType: LogType, folder: string): void {
  const dropped = Object.keys(logType.dropped).map(globOf);
  const files = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));
  describe.each(files)('%s', (name) => {
    const content = readFileSync(join(folder, name), 'utf8');
    const expectedPath = join(folder, name.replace(/\.\w+$/, '.expected.json'));
    const expected = existsSync(expectedPath)
      ? (JSON.parse(readFileSync(expectedPath, 'utf8')) as Expected)
      : { events: [], rejects: [], skips: [] };
    const context = expected.key === undefined ? {} : { key: expected.key };
    const actual = readObject(logType, content, { context });

    it('becomes the expected events', () => {
      if (update) {
        const text = JSON.stringify({ key: expected.key, ...actual }, null, 2);
        writeFileSync(expectedPath, `${text}\n`);
      } else expect({ key: expected.key, ...actual }).toEqual({ key: expected.key, ...expected });
    });

    it('loses no value', () => {
      const records = recordsOf(logType, content);
      const missing = actual.events.flatMap(({ position, event }) =>
        lostValues(records.get(position) ?? [`no record ${position}`], event),
      );
      expect(missing.filter((value) => !dropped.some((glob) => glob.test(value)))).toEqual([]);
    });

    it('fills only declared fields', () => {
      const declared = layoutOf(logType.fields).fields;
      for (const { event } of structuredClone(actual.events)) {
        for (const field of declared) remove(event, field.path.split('.'));
        expect(leavesOf(event)).toEqual([]);
      }
    });
  });
}

/** `*` stands for any text, all else for itself. */
function globOf(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

/** The values of each record, by its position. */
function recordsOf(logType: LogType, content: string): Map<number, string[]> {
  if (logType.format === 'json_array') {
    const records = (JSON.parse(content) as Record<string, unknown[]>)[logType.arrayKey] ?? [];
    return new Map(records.map((record, at) => [at, leavesOf(record)]));
  }
  const isJson = logType.format === 'json_lines' || content.startsWith('{');
  const listKeys = logType.format === 'json_lines' ? logType.listKeys : [];
  const records = isJson
    ? valuesOfObjects(content, listKeys)
    : content.split('\n').map((line) => valuesOfLine(line));
  return new Map(records.map((values, at) => [at + 1, values]));
}

function remove(event: Record<string, unknown>, [name, ...rest]: string[]): void {
  if (name === undefined) return;
  if (rest.length === 0) delete event[name];
  else if (event[name] !== undefined) remove(event[name] as Record<string, unknown>, rest);
}
