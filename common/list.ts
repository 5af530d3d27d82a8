import * as t from 'io-ts';
import { integerFromText, IsoTime, oneOf, pattern, text } from './codec';
import { Duration } from './duration';
import { object } from './object_codec';

/** More entries are refused: they would be kept in the memory of every node. */
export const MOST_ENTRIES = 1_000_000;
/** Bytes of a list as text that an import or a feed may have. */
export const MOST_LIST_BYTES = 64 * 1024 * 1024;

/** What the values of a list are. */
export const LIST_KINDS = ['ip', 'domain', 'hash', 'text'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/**
 * `text`: a value a line, `#` before comments, perhaps with an expiry and a comment behind: `203.0.113.9,2027-01-31T00:00:00Z,scanner`. `csv`: with a line of
 * column names; columns named `expires` and `comment` are taken over.
 */
export const LIST_FORMATS = ['text', 'csv'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

export const DEFAULT_REFRESH = '1d';

/** A list's name is its id: queries say `"@name"`, and it never changes. */
export const ListName = pattern(
  /^[a-z0-9][a-z0-9_-]{0,63}$/,
  'lower-case letters, digits, - and _, at most 64',
);

/** What a user says about a list; its entries are set apart, since there can be 100,000 of them. */
export const ListInput = object(
  {
    name: ListName,
    kind: oneOf(LIST_KINDS),
    /** Whether events that hold one of its values get `threat.indicator.*` and a tag at ingest. */
    indicator: t.boolean,
  },
  {
    description: text(2_000),
    /** Text or CSV, fetched anew every `refreshEvery`. */
    url: pattern(/^https?:\/\/[^\s]+$/, 'an http(s) address'),
    refreshEvery: Duration,
    /** Of what is at `url`; text, if left out. */
    format: oneOf(LIST_FORMATS),
    /** Of CSV: the name of the column that holds the values; the first one whose values fit, if left out. */
    column: text(200),
    /** After this the whole list counts as empty. */
    expiresAt: IsoTime,
  },
);
export type ListInput = t.TypeOf<typeof ListInput>;

export interface ListStatus {
  state: 'ok' | 'failing' | 'expired' | 'empty' | 'changed_outside';
  entries: number;
  /** When entries were last set, or fetched or found unchanged, ISO. */
  refreshedAt?: string;
  lastError?: { code: string; message: string; at: string };
}

export interface ListView extends ListInput {
  id: string;
  createdAt: string;
  updatedAt: string;
  updatedBy: string;
  status: ListStatus;
  /** Names of the rules that use it. */
  usedBy: string[];
}

// ---- entries ----------------------------------------------------------------------------------------------------------

export const ListEntry = object({ value: text(2_000) }, { expires: IsoTime, comment: text(500) });
export type ListEntry = t.TypeOf<typeof ListEntry>;

/** Entries one by one: what is removed and what is added, at once. */
export const ListChanges = object({}, { add: t.array(ListEntry), remove: t.array(t.string) });
export type ListChanges = t.TypeOf<typeof ListChanges>;

export const ListEntriesQuery = object(
  {},
  {
    /** Part of the value or the comment. */
    query: t.string,
    page: integerFromText(0, MOST_ENTRIES),
    size: integerFromText(1, 1_000),
  },
);
export type ListEntriesQuery = t.TypeOf<typeof ListEntriesQuery>;
export interface ListEntriesResponse {
  items: ListEntry[];
  total: number;
}

export const ListImport = object(
  {
    format: oneOf(LIST_FORMATS),
    text: t.string,
    /** Put in place of all entries there are, or add to them. */
    mode: oneOf(['replace', 'add']),
  },
  {
    column: text(200),
    /** Only count and check. */
    dryRun: t.boolean,
  },
);
export type ListImport = t.TypeOf<typeof ListImport>;

export interface ListImportResponse {
  id: string;
  /** Distinct entries that were taken, or would be. */
  entries: number;
  /** Lines whose value came before. */
  duplicates: number;
  /** Lines that hold no value of the list's kind; the first of them with the reason. */
  refused: number;
  errors: Array<{ line: number; reason: string }>;
  /** Of CSV: the columns there are, and the one that was read. */
  columns?: string[];
  column?: string;
}

/** All entries in the format `text`. */
export interface ListExportResponse {
  text: string;
}
