import { useEffect, useRef, useState } from 'react';
import type { BackfillCount, BackfillPreviewBody } from '../../../../common/backfill';
import { useSiem } from '../../siem_context';

export interface PreviewState {
  count?: BackfillCount;
  /** There is more to come. */
  counting: boolean;
  error?: Error;
}

/** Counts what a backfill would read, some seconds at a time, and shows the sum as it grows. */
export function usePreview() {
  const { api } = useSiem();
  const [state, setState] = useState<PreviewState>({ counting: false });
  const abort = useRef<AbortController>();
  useEffect(() => () => abort.current?.abort(), []);

  function reset(): void {
    abort.current?.abort();
    setState({ counting: false });
  }

  async function start(body: BackfillPreviewBody): Promise<void> {
    reset();
    const own = new AbortController();
    abort.current = own;
    let count: BackfillCount | undefined;
    let after: string | undefined;
    setState({ counting: true });
    try {
      do {
        const part = await api.backfills.preview({ ...body, ...(after && { after }) }, own.signal);
        if (own.signal.aborted) return;
        count = count ? sumOf(count, part) : part;
        after = part.after;
        setState({ count, counting: after !== undefined });
      } while (after !== undefined);
    } catch (error) {
      if (!own.signal.aborted) setState({ count, counting: false, error: error as Error });
    }
  }

  return { ...state, start, reset };
}

function sumOf(a: BackfillCount, b: BackfillCount): BackfillCount {
  return {
    objects: a.objects + b.objects,
    bytes: a.bytes + b.bytes,
    known: { objects: a.known.objects + b.known.objects, bytes: a.known.bytes + b.known.bytes },
  };
}
