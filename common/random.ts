export interface Random {
  /** A number from 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight: the second of a pair is how often the first comes up, relative to the others. */
  weighted<T>(items: ReadonlyArray<readonly [T, number]>): T;
  /** True for this share of the calls, 0 to 1. */
  chance(share: number): boolean;
  /** Lower-case hexadecimal digits. */
  hex(length: number): string;
}

/** A random generator that gives the same numbers for the same seed (mulberry32, public domain). Not for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(items: readonly T[]) => items[integer(0, items.length - 1)] as T;
  return {
    next,
    integer,
    pick,
    chance: (share) => next() < share,
    hex: (length) => {
      let text = '';
      while (text.length < length) text += integer(0, 0xfffffff).toString(16).padStart(7, '0');
      return text.slice(0, length);
    },
    weighted(items) {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) if ((left -= weight) < 0) return item;
      return (items[items.length - 1] as readonly [(typeof items)[number][0], number])[0];
    },
  };
}
