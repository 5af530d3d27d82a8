import * as t from 'io-ts';
import type { AlertDocument } from './alert';
import { IsoTime, oneOf } from './codec';
import { EventFilter } from './event_filter';
import { maxItems } from './field';
import type { HealthSeverity, HealthSubject } from './health';
import { object } from './object_codec';
import { QUERY_LANGUAGES, type Severity } from './rule';
import type { SignalId } from './signal';

/** `query` is Lucene unless `language` says otherwise. Query and filters are about events: they narrow no alerts. */
export const OverviewBody = object(
  { from: IsoTime, to: IsoTime, query: t.string },
  { language: oneOf(QUERY_LANGUAGES), filters: maxItems(t.array(EventFilter), 50) },
);
export type OverviewBody = t.TypeOf<typeof OverviewBody>;

/** A combination of values that many events have. */
export interface TopRow {
  /** Of the fields that were asked for, in their order; empty where an event has none. */
  values: string[];
  count: number;
  /** When it was last seen, ISO. */
  last: string;
  /** Different values of the signal's `distinct` field. */
  distinct?: number;
}

export interface SignalCount {
  id: SignalId;
  count: number;
  /** In the period of the same length just before. */
  before: number;
  /** Counts over the period in equal steps, the last one as far as the period goes. */
  trend: number[];
  rows: TopRow[];
}

/** An address from outside the private ranges that sends much. */
export interface Talker {
  ip: string;
  count: number;
  /** ISO 3166-1. */
  country?: string;
  /** Name of the network (autonomous system) it belongs to. */
  network?: string;
  /** Indicator lists that it is on. */
  feeds: string[];
  /** Log types that tell of it, most events first. */
  types: string[];
}

export interface Flow {
  source: string;
  destination: string;
  flows: number;
  bytes: number;
  accepted: number;
  rejected: number;
}

export interface SeverityCount {
  count: number;
  before: number;
  /** Of `count`, those nobody has taken on. */
  open: number;
}

export interface SourceState {
  id: string;
  name: string;
  logType: string;
  state: string;
  /** ISO. */
  newestEventAt?: string;
}

/** Something that someone has to see to before the figures can be trusted. */
export interface AttentionItem {
  kind: HealthSubject['kind'];
  id: string;
  name: string;
  message: string;
  severity: HealthSeverity;
  /** What to do, where that is known. */
  advice?: string;
  /** ISO, where that is known. */
  since?: string;
}

export interface OverviewResponse {
  took: number;
  /** One per log type that has a source or events; `before` counts the period of the same length just before. */
  types: Array<{ type: string; title: string; count: number; before: number }>;
  histogram: { intervalMs: number; points: Array<{ at: number; type: string; count: number }> };
  signals: SignalCount[];
  talkers: Talker[];
  /** VPC flows by source and destination, most flows first. */
  flows: Flow[];
  alerts: {
    total: number;
    /** Open ones in the period; `items` are the newest of them. */
    open: number;
    bySeverity: Record<Severity, SeverityCount>;
    /** Over the histogram's bars. */
    histogram: Array<{ at: number; severity: Severity; count: number }>;
    items: AlertDocument[];
  };
  attention: AttentionItem[];
  sources: SourceState[];
}
