/** Makes the median absolute deviation of normally distributed numbers their standard deviation. */
const SCALE = 1.4826;

export interface NormalRange {
  median: number;
  /** Beyond these a number is abnormal. */
  above: number;
  below: number;
}

export interface Tolerance {
  /** How many times the usual spread a number may lie off the median. */
  sensitivity: number;
  /** It may always lie so far off. */
  minDifference: number;
}

/**
 * The range of what is normal by a sample of at least one number: its median, more or less a multiple of the scaled median absolute deviation.
 * Up to half of the sample may be outliers without moving it far (C. Leys et al., "Detecting outliers: Do not use standard deviation around
 * the mean, use absolute deviation around the median", Journal of Experimental Social Psychology 49, 2013). A small sample tells little of how
 * numbers spread, so the deviations of `others`, samples alike, each from its own median, widen the range where they are greater.
 */
export function normalRange(
  sample: readonly number[],
  others: ReadonlyArray<readonly number[]>,
  { sensitivity, minDifference }: Tolerance,
): NormalRange {
  const own = deviationsOf(sample);
  const spread = SCALE * Math.max(medianOf(own), medianOf([...own, ...others.flatMap(deviationsOf)]));
  const tolerated = Math.max(sensitivity * spread, minDifference);
  const median = medianOf(sample);
  return { median, above: median + tolerated, below: median - tolerated };
}

function deviationsOf(sample: readonly number[]): number[] {
  const median = medianOf(sample);
  return sample.map((value) => Math.abs(value - median));
}

/** The middle number, or the mean of the two in the middle; NaN of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN;
  return (lower + upper) / 2;
}
