import * as t from 'io-ts';
import { IsoTime, oneOf, pattern, text } from './codec';
import { Duration } from './duration';
import { object } from './object_codec';

/** What the values of a list are. */
export const LIST_KINDS = ['ip', 'domain', 'hash', 'text'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

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
    /** After this the whole list counts as empty. */
    expiresAt: IsoTime,
  },
);
export type ListInput = t.TypeOf<typeof ListInput>;

export interface ListStatus {
  state: 'ok' | 'failing' | 'expired' | 'empty' | 'changed_outside';
  entries: number;
  /** When entries were last set or fetched, ISO. */
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
