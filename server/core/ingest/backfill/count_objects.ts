import type { BackfillCount, BackfillPreview, BackfillSelection } from '../../../../common/backfill';
import type { Clock } from '../../ports';
import { selectObjects, type SelectParts } from './select_objects';

/** A preview answers after about so many milliseconds, with what it has. */
const PREVIEW_TAKES = 4_000;

function noCount(): BackfillCount {
  return { objects: 0, bytes: 0, known: { objects: 0, bytes: 0 } };
}

/** Counts what a backfill would look at, a page at a time; nothing is read. */
async function* countPages(selection: BackfillSelection, parts: SelectParts, after?: string) {
  const count = noCount();
  const { source, ledger } = parts;
  for await (const { objects, upTo } of selectObjects(selection, parts, after)) {
    const entries = await ledger.find(source.bucket, objects);
    objects.forEach(({ size }, at) => {
      count.objects++;
      count.bytes += size;
      if (entries[at]?.doc.status !== 'done') return;
      count.known.objects++;
      count.known.bytes += size;
    });
    yield { count, upTo };
  }
}

/** All of it; undefined when the signal aborts. */
export async function countAll(
  selection: BackfillSelection,
  parts: SelectParts,
  signal: AbortSignal,
): Promise<BackfillCount | undefined> {
  let counted = noCount();
  for await (const { count } of countPages(selection, parts)) {
    if (signal.aborted) return undefined;
    counted = count;
  }
  return counted;
}

/** As much of it as a request may take; `after` in the answer where there may be more. */
export async function previewBackfill(
  selection: BackfillSelection,
  parts: SelectParts & { clock: Clock },
  after: string | undefined,
  signal: AbortSignal,
): Promise<BackfillPreview> {
  const deadline = parts.clock.monotonic() + PREVIEW_TAKES;
  let counted = noCount();
  for await (const { count, upTo } of countPages(selection, parts, after)) {
    counted = count;
    if (signal.aborted || parts.clock.monotonic() >= deadline) return { ...count, after: upTo };
  }
  return counted;
}
