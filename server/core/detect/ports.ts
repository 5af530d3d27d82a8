import type { AlertDocument } from '../../../common/alert';
import type { RuleLogEntry } from '../../../common/rule_runs';
import type { StateVersion } from '../ports';

/** Which minutes of event time changed, in the order in which it became visible. */
export interface FeedEntry {
  seq: number;
  at: number;
  touched: Array<{
    type: string;
    namespace: string;
    /** Epoch minutes of event time. */
    minutes: number[];
    /** Old events loaded on request, whatever their age: their alerts are marked, and nobody is told. */
    backfill?: true;
  }>;
}

export interface FeedReader {
  /** Entries after the number `after`, oldest first; a first one that does not follow on shows that older ones were pruned. */
  read(after: number, limit: number): Promise<{ entries: FeedEntry[] }>;
  /** The number of the newest entry, 0 before the first. */
  last(): Promise<number>;
}

/** The evaluator's share of an alert; everything else in the document belongs to triage and is left alone. */
export interface AlertWrite {
  id: string;
  index: string;
  /** Refused where a later holder of the lease has written. */
  epoch: number;
  /** The whole document, for when there is none. */
  whenNew: AlertDocument;
  /** Fields at the top and below `alert` that the evaluator sets. */
  top: Partial<Pick<AlertDocument, '@timestamp' | 'message'>>;
  alert: Partial<Omit<AlertDocument['alert'], 'id' | 'status'>>;
}

/** Under which rules are run. Left out `isHeld` says that nobody else runs them. */
export interface RuleLease {
  signal: AbortSignal;
  /** Grows with each claim. */
  epoch: number;
  /** Asks the store: whoever holds the lease later sees all that was stored before the answer was yes. */
  isHeld?(): Promise<boolean>;
}

/** An alert that is stored; `created` is its version where it was not there before. */
export interface WrittenAlert {
  created?: StateVersion;
}

export interface AlertWriter {
  /** One outcome for each write, in order, when searches see them. `fenced`: a later holder of the lease has written. */
  write(writes: AlertWrite[]): Promise<Array<WrittenAlert | 'fenced' | Error>>;
  /** Removes alerts that are still as they were created. */
  takeBack(alerts: Array<{ id: string; index: string; version: StateVersion }>): Promise<void>;
}

/** Told of each alert at least once, and told again when a run is repeated: telling twice is the same as once. */
export interface AlertNotifier {
  announce(alerts: Array<{ alert: AlertDocument; channels: string[] }>): Promise<void>;
}

/** The searchable log of noteworthy runs. An entry that cannot be written is lost, and never fails a run. */
export interface RuleLog {
  write(entries: readonly RuleLogEntry[]): Promise<void>;
}
