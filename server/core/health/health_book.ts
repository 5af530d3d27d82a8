import { createHash } from 'crypto';
import type { HealthIssue } from '../../../common/health';
import type { Clock, StateFields, StateStore, Stored } from '../ports';
import { type Finding, findingKey, type Judgement } from './finding';
import type { HealthEvent, HealthLog } from './ports';

/** An issue under `health:<kind>:<subject>` for as long as it lasts. */
interface IssueDoc extends StateFields {
  kind: 'health';
  /** `beginning` and `ending` until the log has that change. */
  status: 'beginning' | 'open' | 'ending';
  /** When it began, epoch milliseconds. */
  at: number;
  ended?: number;
  finding: Finding;
}

/** More things wrong at a time than this are not told apart any more. */
const MAX_ISSUES = 5_000;

export interface HealthBook {
  /** Issues that last, as of about a second ago; the critical and the oldest in front. */
  open(): Promise<HealthIssue[]>;
  /** Begins, goes on with or ends issues by what was found now. To be called on one node at a time. */
  settle(judgement: Judgement): Promise<void>;
  /** Something that is known only now that it is over; epoch milliseconds. */
  note(finding: Finding, from: number, to: number): Promise<void>;
}

/**
 * A state per issue, with one event in the log for each change. The document says that a change is to be told before the event is written, and
 * events have ids made from issue and beginning: a crash in between repeats an event and never loses or doubles one.
 */
export function createHealthBook({
  state,
  log,
  clock,
}: {
  state: StateStore;
  log: HealthLog;
  clock: Clock;
}): HealthBook {
  function known(): Promise<Array<Stored<IssueDoc>>> {
    return state.find<IssueDoc>({ kind: 'health', limit: MAX_ISSUES });
  }

  /** Tells the changes that the documents announce, then makes the documents what they are to be afterwards. */
  async function tell(docs: ReadonlyArray<{ id: string; doc: IssueDoc }>): Promise<void> {
    const changes = docs.filter(({ doc }) => doc.status !== 'open');
    if (changes.length === 0) return;
    await log.record(changes.flatMap(({ doc }) => eventsOf(doc)));
    await state.bulk<IssueDoc>(
      changes.map(({ id, doc }) =>
        doc.status === 'ending' ? { op: 'remove', id } : { op: 'put', id, doc: { ...doc, status: 'open' } },
      ),
    );
  }

  return {
    async open() {
      const docs = (await known()).filter(({ doc }) => doc.status !== 'ending');
      return docs.map(({ doc }) => issueOf(doc)).sort(byUrgency);
    },

    async settle({ findings, unjudged }) {
      await state.refresh();
      const before = new Map((await known()).map(({ id, doc }) => [id, doc]));
      // What a crash left untold comes first.
      await tell([...before].filter(([, doc]) => doc.status === 'ending').map(([id, doc]) => ({ id, doc })));
      const now = clock.now();
      const next: Array<{ id: string; doc: IssueDoc }> = [];
      const found = new Map(findings.map((finding) => [idOf(finding), finding]));
      for (const [id, finding] of found) {
        const doc = before.get(id);
        const lasts = doc && doc.status !== 'ending' ? doc : undefined;
        const { status, at } = lasts ?? { status: 'beginning' as const, at: now };
        next.push({ id, doc: { kind: 'health', status, at, finding } });
      }
      for (const [id, doc] of before) {
        if (found.has(id) || doc.status === 'ending' || unjudged.includes(doc.finding.kind)) continue;
        next.push({ id, doc: { ...doc, status: 'ending', ended: now } });
      }
      const changed = next.filter(({ id, doc }) => !isSame(doc, before.get(id)));
      await state.bulk<IssueDoc>(changed.map(({ id, doc }) => ({ op: 'put', id, doc })));
      await tell(next);
    },

    async note(finding, from, to) {
      const doc: IssueDoc = { kind: 'health', status: 'ending', at: from, ended: to, finding };
      await log.record(eventsOf(doc));
    },
  };
}

function idOf(finding: Finding): string {
  return `health:${findingKey(finding)}`;
}

function isSame(doc: IssueDoc, before: IssueDoc | undefined): boolean {
  return (
    before !== undefined &&
    before.status === doc.status &&
    JSON.stringify(before.finding) === JSON.stringify(doc.finding)
  );
}

function issueOf({ finding, at }: IssueDoc): HealthIssue {
  const id = createHash('sha256')
    .update(`${findingKey(finding)}\n${at}`)
    .digest('base64url')
    .slice(0, 22);
  return { ...finding, id, since: new Date(at).toISOString() };
}

/** The beginning always, so that an end whose beginning was never told still has one; the end where there is one. */
function eventsOf(doc: IssueDoc): HealthEvent[] {
  const issue = issueOf(doc);
  const begin: HealthEvent = { id: `${issue.id}-begin`, phase: 'begin', at: doc.at, episode: issue };
  if (doc.ended === undefined) return [begin];
  const episode = { ...issue, until: new Date(doc.ended).toISOString() };
  return [begin, { id: `${issue.id}-end`, phase: 'end', at: doc.ended, episode }];
}

function byUrgency(a: HealthIssue, b: HealthIssue): number {
  if (a.severity !== b.severity) return a.severity === 'critical' ? -1 : 1;
  return a.since < b.since ? -1 : a.since > b.since ? 1 : 0;
}
