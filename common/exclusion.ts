import * as t from 'io-ts';
import { pattern, text } from './codec';
import { ConditionMistake, parseCondition } from './condition';
import { maxItems } from './field';
import { object } from './object_codec';

const MAX_EXCLUSIONS = 50;

/** A condition whose grammar is right; whether its fields exist, only the log type knows. */
const ConditionText = new t.Type<string, string, unknown>(
  'condition',
  t.string.is,
  (value, context) => {
    const trimmed = text(2_000).validate(value, context);
    if (trimmed._tag === 'Left') return trimmed;
    try {
      parseCondition(trimmed.right);
      return trimmed;
    } catch (thrown) {
      if (thrown instanceof ConditionMistake) return t.failure(value, context, thrown.message);
      throw thrown;
    }
  },
  t.identity,
);

const Single = object(
  { name: text(60) },
  {
    /** Objects with such keys, a glob in which `*` also stands for slashes; left out: all objects. */
    keys: pattern(
      /^(?!\/)[\s\S]{1,900}$/,
      'a pattern of object keys without a leading slash, such as *_us-east-1_*',
    ),
    /** Events of those objects that fit (see `parseCondition`); left out: all, so that the objects are not even read. */
    condition: ConditionText,
    /** Only counts what it would drop. */
    countOnly: t.boolean,
  },
);

/** What of a source is not indexed. */
export const Exclusion = new t.Type<t.TypeOf<typeof Single>, t.TypeOf<typeof Single>, unknown>(
  'exclusion',
  Single.is,
  (value, context) => {
    const result = Single.validate(value, context);
    if (result._tag === 'Left' || result.right.keys !== undefined || result.right.condition !== undefined) {
      return result;
    }
    const step = t.appendContext(context, 'condition', ConditionText, undefined);
    return t.failures([
      { value, context: step, message: 'is required, unless there is a pattern of object keys' },
    ]);
  },
  t.identity,
);
export type Exclusion = t.TypeOf<typeof Exclusion>;

const Several = maxItems(t.array(Exclusion), MAX_EXCLUSIONS);

/** The exclusions of a source, in the order in which they are tried; their names tell them apart in counts. */
export const Exclusions = new t.Type<Exclusion[], Exclusion[], unknown>(
  'exclusions',
  Several.is,
  (value, context) => {
    const result = Several.validate(value, context);
    if (result._tag === 'Left') return result;
    const names = result.right.map(({ name }) => name);
    const twice = names.findIndex((name, at) => names.indexOf(name) < at);
    if (twice < 0) return result;
    const item = t.appendContext(context, String(twice), Exclusion, result.right[twice]);
    return t.failures([
      {
        value,
        context: t.appendContext(item, 'name', t.string),
        message: 'is taken by another exclusion of this source',
      },
    ]);
  },
  t.identity,
);

/** What an exclusion has dropped so far, or would have. */
export interface ExcludedCount {
  name: string;
  /** Objects that were left unread for their keys. */
  objects: number;
  events: number;
  /** Of the events' original records, and of the objects as stored. */
  bytes: number;
}

/** What all exclusions of a source would save of what comes to S3 in a day, those included that only count. */
export interface SavedDay {
  /** `2026-01-15`, UTC: when the objects came to S3. */
  day: string;
  /** Left unread. */
  objects: number;
  events: number;
  /** As in `ExcludedCount`. */
  bytes: number;
}

/** A dry run of exclusions. */
export interface ExclusionSample {
  /** How many events were tried. */
  events: number;
  /** What each exclusion did with them, or would have. */
  excluded: ExcludedCount[];
  /** Objects that were found, and how many of these the events are from. */
  objects: { listed: number; tried: number };
  /** Estimated for all objects found, the newest day in front. */
  days: SavedDay[];
}
