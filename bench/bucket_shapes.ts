/** What a bucket holds: `objects` of `members` gzip members each, of `lines` of VPC flow logs each. */
export interface BucketShape {
  objects: number;
  members: number;
  lines: number;
}

/** By name. */
export const BUCKETS = {
  /** One object of about 2 GB of text. */
  large: { objects: 1, members: 1_024, lines: 20_000 },
  small: { objects: 50_000, members: 1, lines: 20 },
} satisfies Record<string, BucketShape>;
