import type { IndexedObjects } from '../../server/core/ingest/backfill/ports';
import type { FakeEventIndex } from './event_index';

interface Indexed {
  event: { ingested: string };
  error?: { message: string };
  log: { file: { path: string } };
  siem: { source: { id: string } };
}

/** What OpenSearch finds and removes, over the documents of a fake event index. */
export function fakeIndexedObjects(events: FakeEventIndex): IndexedObjects {
  return {
    async rejected({ sourceId, bucket, reason, key }, after = '') {
      const start = `s3://${bucket}/`;
      const keys = (events.all('siem-rejects') as unknown as Indexed[])
        .filter(({ siem, error }) => siem.source.id === sourceId && (!reason || error?.message === reason))
        .map(({ log }) => log.file.path.slice(start.length))
        .filter((name) => name > after && (key === undefined || name === key));
      const page = [...new Set(keys)].sort().slice(0, 2);
      const last = page[page.length - 1];
      return { keys: page, ...(last !== undefined && { after: last }) };
    },
    async removeOlder(older) {
      for (const index of events.documents.values()) {
        for (const [id, document] of index) {
          const { event, log, siem } = document as unknown as Indexed;
          const isOlder = older.some(
            ({ sourceId, path, from, to }) =>
              siem.source.id === sourceId &&
              log.file.path === path &&
              event.ingested >= from &&
              event.ingested < to,
          );
          if (isOlder) index.delete(id);
        }
      }
    },
  };
}
