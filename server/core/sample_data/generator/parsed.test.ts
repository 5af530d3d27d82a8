import { gunzipSync } from 'zlib';
import { logTypes } from '../../ingest/log_types';
import { openRecordReader } from '../../ingest/record_reader';
import { createGenerator } from './day';
import { type SampleLogType, type LogObject, PREFIXES } from './log_object';

const NOW = Date.UTC(2026, 10, 24, 9, 45, 12);
const day = [...createGenerator(1).day(NOW)];

/** What the plugin makes of an object's records. */
function read({ type, key, body }: LogObject) {
  const reader = openRecordReader(logTypes.get(type), {
    bucket: 'acme-logs',
    key,
    etag: 'any',
    sourceId: 'demo',
    namespace: 'default',
    region: 'us-east-1',
    keepOriginal: false,
    ingestedAt: new Date(NOW).toISOString(),
    lastModified: NOW,
  });
  const result = { events: 0, rejects: [] as string[], ids: [] as string[] };
  const sink = {
    event: (_document: string, id: string) => {
      result.events++;
      result.ids.push(id);
    },
    reject: (raw: string, reason: string) => result.rejects.push(`${reason} ${raw}`),
    skip: () => undefined,
  };
  reader.write(key.endsWith('.gz') ? gunzipSync(body) : body, sink);
  reader.end(sink);
  return result;
}

describe('the log types of the plugin', () => {
  it.each(Object.keys(PREFIXES) as SampleLogType[])(
    'read every %s record of the sample, each under an id of its own',
    (type) => {
      const objects = day.filter((object) => object.type === type);
      const results = objects.map(read);
      expect(results.flatMap(({ rejects }) => rejects).slice(0, 3)).toEqual([]);
      expect(results.map(({ events }) => events)).toEqual(objects.map(({ records }) => records));
      const ids = results.flatMap((result) => result.ids);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );
});
