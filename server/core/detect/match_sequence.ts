/** What one event is to a sequence. */
export interface StepEvent {
  /** Epoch milliseconds. */
  time: number;
  /** Bit `n` is set where the event matches step `n`, from 0. */
  steps: number;
  /** Whether it is one that must not follow. */
  closes: boolean;
}

export interface SequenceForm {
  /** How many steps. */
  steps: number;
  /** Milliseconds from the first step to the last, at most. */
  within: number;
  /** No other event that `closes` may come in the milliseconds after the last step, both ends included. */
  notWithin?: number;
}

/** Times of the first steps of a sequence. */
type Chain = number[];

/**
 * The times of the steps of the sequence among the events of one group that ends first, undefined where there is none. Each step is an event
 * of its own; it comes after the step before or at the same time, since many logs only tell seconds.
 *
 * `events` are in order of time; `closing` are those that `closes`, also in order, and may reach beyond `events`.
 */
export function matchSequence(
  events: readonly StepEvent[],
  { steps, within, notWithin }: SequenceForm,
  closing: readonly StepEvent[] = [],
): number[] | undefined {
  /** By number of steps, the sequence begun last: it is the one that can go on for longest. */
  const chains: Array<Chain | undefined> = [[]];
  let nextClosing = 0;

  const isClosed = (event: StepEvent): boolean => {
    if (notWithin === undefined) return false;
    while ((closing[nextClosing]?.time ?? Infinity) < event.time) nextClosing++;
    const nearest = closing.slice(nextClosing, nextClosing + 2).find((other) => other !== event);
    return nearest !== undefined && nearest.time <= event.time + notWithin;
  };

  for (const together of byTime(events)) {
    const time = together[0]?.time ?? 0;
    const alike = someOfKind(together, steps);
    const complete = alike.flatMap((event): Chain[] => {
      if (!(event.steps & (1 << (steps - 1))) || isClosed(event)) return [];
      const others = alike.filter((other) => other !== event);
      const before = longestWaiting(chains, others, steps - 1, time);
      return before && time - (before[0] ?? time) <= within ? [[...before, time]] : [];
    });
    // Whichever of the moment's events is the last step, in whatever order they were found.
    if (complete.length > 0) return complete.reduce(laterOf);
    for (let length = steps - 1; length > 0; length--) {
      chains[length] = longestWaiting(chains, alike, length, time);
    }
  }
  return undefined;
}

/** The sequence of so many steps begun last, with or without the events of the moment `time`. */
function longestWaiting(
  chains: ReadonlyArray<Chain | undefined>,
  events: readonly StepEvent[],
  length: number,
  time: number,
): Chain | undefined {
  // The fewer steps are taken from before, the later it begins.
  for (let kept = 0; kept < length; kept++) {
    const chain = chains[kept];
    if (chain && canBe(events, kept, length)) return [...chain, ...Array<number>(length - kept).fill(time)];
  }
  return chains[length];
}

/** The sequence whose first step that is not at the same time as the other's is later. */
function laterOf(one: Chain, other: Chain): Chain {
  const place = one.findIndex((time, step) => time !== other[step]);
  return (other[place] ?? -Infinity) > (one[place] ?? -Infinity) ? other : one;
}

/** Whether the events can be the steps `from` to `to`, the last excluded, each being one step (augmenting paths). */
function canBe(events: readonly StepEvent[], from: number, to: number): boolean {
  if (to - from > events.length) return false;
  const stepOf = new Map<StepEvent, number>();
  const place = (step: number, tried: Set<StepEvent>): boolean =>
    events.some((event) => {
      if (!(event.steps & (1 << step)) || tried.has(event)) return false;
      tried.add(event);
      const before = stepOf.get(event);
      if (before !== undefined && !place(before, tried)) return false;
      stepOf.set(event, step);
      return true;
    });
  for (let step = from; step < to; step++) if (!place(step, new Set())) return false;
  return true;
}

function* byTime(events: readonly StepEvent[]): Generator<StepEvent[]> {
  for (let start = 0; start < events.length;) {
    let end = start + 1;
    while (end < events.length && events[end]?.time === events[start]?.time) end++;
    yield events.slice(start, end);
    start = end;
  }
}

/** Events of the same moment that match the same are alike; a sequence needs at most one for each step. */
function someOfKind(events: StepEvent[], steps: number): StepEvent[] {
  if (events.length <= steps) return events;
  const kinds = new Map<number, number>();
  return events.filter(({ steps: mask, closes }) => {
    const kind = mask * 2 + Number(closes);
    const count = (kinds.get(kind) ?? 0) + 1;
    kinds.set(kind, count);
    return count <= steps;
  });
}
