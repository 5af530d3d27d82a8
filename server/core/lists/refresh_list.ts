import { DEFAULT_REFRESH, MOST_LIST_BYTES, type ListInput } from '../../../common/list';
import { durationMs } from '../../../common/duration';
import { asSiemError, SiemError } from '../errors';
import type { ManagedObject } from '../manage/managed_objects';
import type { Clock, Download } from '../ports';
import type { ListContent } from './list_content';
import { firstError } from './lists';
import { parseEntries } from './parse_entries';

interface Parts {
  content: ListContent;
  download: Download;
  clock: Clock;
}

/** Fetches lists that have a URL; the entries there were stay until good ones have come. */
export function createListRefresh({ content, download, clock }: Parts) {
  return async function refresh(object: ManagedObject<ListInput>, signal?: AbortSignal): Promise<void> {
    const { id: name } = object;
    const { url, kind, format = 'text', column } = object.attributes;
    if (url === undefined) return;
    const head = await content.head(name);
    // Said anew when the reading is: the same text in another format is other entries.
    const place = [format, column ?? '', url].join(' ');
    const known = head?.doc.fetched?.url === place ? head.doc.fetched : undefined;
    try {
      const answer = await download.get(
        { url, etag: known?.etag, lastModified: known?.lastModified, maxBytes: MOST_LIST_BYTES },
        signal,
      );
      if (answer === 'unchanged') {
        await content.note(name, head, { at: clock.now(), error: undefined });
        return;
      }
      const { lines, errors } = await parseEntries(answer.text, { kind, format, column }, clock);
      if (lines.size === 0) {
        throw new SiemError(
          'invalid_input',
          `No line of ${url} is a value of the kind ${kind}. ${firstError(errors)}`,
        );
      }
      const { etag, lastModified } = answer;
      await content.replace({ name, kind }, head?.version, lines.values(), {
        url: place,
        etag,
        lastModified,
      });
    } catch (thrown) {
      const { code, message } = asSiemError(thrown);
      if (signal?.aborted) throw thrown;
      const error = { code, message, at: new Date(clock.now()).toISOString() };
      await content.note(name, await content.head(name), { error });
    }
  };
}

/** One job for each list that has a URL. */
export function createListJobs(
  fetched: () => Promise<Array<ManagedObject<ListInput>>>,
  refresh: (list: ManagedObject<ListInput>, signal: AbortSignal) => Promise<void>,
) {
  return async () =>
    (await fetched()).map((list) => ({
      id: `list:${list.id}`,
      every: durationMs(list.attributes.refreshEvery ?? DEFAULT_REFRESH),
      run: ({ signal }: { signal: AbortSignal }) => refresh(list, signal),
    }));
}
