import { PAGE } from './find_objects';

/** Keys without a date have to be listed each time; at most one call in so many milliseconds goes into that. */
const PAUSE_PER_PAGE = 3_000;

/** How far the listing of a source has come, as its state document keeps it. Times are epoch milliseconds. */
export interface ListingState {
  /** What was listed; a source that was changed begins anew. */
  of: string;
  /** When the last listing began, and the last that looked further back. */
  listed?: number;
  looked_back?: number;
  /** Keys without a date that it came upon. */
  undated: number;
  /** Where the sweep stands, and when the last one came to its end. */
  sweep_after?: string;
  swept?: number;
}

/** Milliseconds from one listing of so many keys without a date to the next, where the poll interval is not longer anyway. */
export function listedEvery(undated: number): number {
  return Math.floor(undated / PAGE) * PAUSE_PER_PAGE;
}
