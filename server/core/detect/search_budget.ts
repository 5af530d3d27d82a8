import type { Search, SearchAnswer, SearchRequest } from '../ports';

/** What a call may hold together; an ordinary search weighs one. Few enough that one slow search holds up few others, and enough that calls cost little. */
export const HEAVIEST_CALL = 100;

/** A search that is told how much a call weighs; it counts the requests unless told. */
export interface WeighedSearch extends Search {
  msearch(
    requests: SearchRequest[],
    signal?: AbortSignal,
    weight?: number,
  ): Promise<Array<SearchAnswer | Error>>;
}

interface Call {
  requests: SearchRequest[];
  signal: AbortSignal | undefined;
  weight: number;
  done(answers: Array<SearchAnswer | Error>): void;
  failed(error: unknown): void;
}

/**
 * The same search with at most `atOnce` calls of `msearch` under way; others wait their turn, first come first served, and those that fit
 * into one call go together.
 */
export function limitSearches(search: WeighedSearch, atOnce: number): WeighedSearch {
  const waiting: Call[] = [];
  let free = atOnce;
  let isBeginning = false;

  function next(): void {
    const calls: Call[] = [];
    for (let weight = 0; waiting[0] && (weight === 0 || weight + waiting[0].weight <= HEAVIEST_CALL);) {
      const call = waiting.shift() as Call;
      if (call.signal?.aborted) {
        call.failed(call.signal.reason);
        continue;
      }
      weight += Math.max(1, call.weight);
      calls.push(call);
    }
    if (calls.length === 0) return;
    free--;
    void send(calls).finally(() => {
      free++;
      next();
    });
  }

  /** Once all that is asked for in this turn is there: the slices of a pass begin together. */
  function begin(): void {
    if (isBeginning) return;
    isBeginning = true;
    setImmediate(() => {
      isBeginning = false;
      while (free > 0 && waiting.length > 0) next();
    });
  }

  async function send(calls: readonly Call[]): Promise<void> {
    try {
      const requests = calls.flatMap((call) => call.requests);
      const weight = calls.reduce((sum, call) => sum + call.weight, 0);
      // Aborting one must not abort its neighbours.
      const answers = await search.msearch(
        requests,
        calls.length === 1 ? calls[0]?.signal : undefined,
        weight,
      );
      let place = 0;
      for (const call of calls) {
        const own = answers.slice(place, (place += call.requests.length));
        if (call.signal?.aborted) call.failed(call.signal.reason);
        else call.done(own);
      }
    } catch (error) {
      for (const call of calls) call.failed(error);
    }
  }

  return {
    ...search,
    msearch: (requests, signal, weight = requests.length) =>
      new Promise((done, failed) => {
        waiting.push({ requests, signal, weight, done, failed });
        if (free > 0) begin();
      }),
  };
}
