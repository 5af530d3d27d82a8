import type { FoundWindow } from './found_window';
import type { FiredRule, Recorded } from './record_alerts';
import { recordOnce } from './record_once';

const RULE = { id: 'r1', version: 1, createdAt: '2026-01-01T00:00:00.000Z' };
const DONE: Recorded = { made: 1, grown: 0, left: 0 };
const NONE: Recorded = { made: 0, grown: 0, left: 0 };

function found(ip: string, changes: Partial<FoundWindow> = {}): FoundWindow {
  return {
    window: { from: 0, to: 300_000 },
    group: [{ field: 'source.ip', value: ip }],
    value: 5,
    limit: 5,
    count: 5,
    firstSeen: 1,
    lastSeen: 2,
    reason: '5 events',
    ...changes,
  };
}

function fired(findings: FoundWindow[], rule: object = {}): FiredRule {
  return { rule: { ...RULE, ...rule }, findings, length: 300_000, lease: {}, now: 1_000 } as never;
}

/** Tells what was recorded at each run; answers may be given for some. */
function recorder(answers: Array<Recorded | Error | 'outdated'> = [], mostGroups?: number) {
  const asked: string[][] = [];
  const record = recordOnce(async (all) => {
    asked.push(all.flatMap(({ findings }) => findings.map(({ group }) => String(group[0]?.value))));
    return all.map(() => answers.shift() ?? DONE);
  }, mostGroups);
  return { asked, run: (...all: FiredRule[]) => record(all) };
}

describe('recording what was found', () => {
  it('looks at nothing that the run before has recorded just so', async () => {
    const { asked, run } = recorder();
    expect(await run(fired([found('a'), found('b')]))).toEqual([DONE]);
    expect(await run(fired([found('a'), found('b')]))).toEqual([NONE]);
    expect(asked).toEqual([['a', 'b']]);
  });

  it.each<[string, Partial<FoundWindow>]>([
    ['more events', { count: 6 }],
    ['a later event', { lastSeen: 3 }],
    ['an earlier event', { firstSeen: 0 }],
    ['another value', { value: 6 }],
    ['another window', { window: { from: 300_000, to: 600_000 } }],
    ['a higher score', { riskScore: 90 }],
    ['news among what was loaded on request', { backfill: true }],
  ])('records a group again that has %s, and only that', async (_, change) => {
    const { asked, run } = recorder();
    await run(fired([found('a'), found('b')]));
    expect(await run(fired([found('a'), found('b', change)]))).toEqual([DONE]);
    expect(asked[1]).toEqual(['b']);
  });

  it('records all windows of a group in which one has changed, which are one episode', async () => {
    const { asked, run } = recorder();
    const next = { window: { from: 300_000, to: 600_000 } };
    await run(fired([found('a')]));
    await run(fired([found('a'), found('a', next)]));
    expect(asked[1]).toEqual(['a', 'a']);
  });

  it.each([
    ['a changed rule', { version: 2 }],
    ['a rule made anew with the same id', { createdAt: '2026-02-01T00:00:00.000Z' }],
    ['another rule', { id: 'r2' }],
  ])('remembers nothing for %s', async (_, rule) => {
    const { asked, run } = recorder();
    await run(fired([found('a')]));
    await run(fired([found('a')], rule));
    expect(asked).toEqual([['a'], ['a']]);
  });

  it.each<[string, Recorded | Error | 'outdated']>([
    ['it failed', new Error('away')],
    ['the rule had changed', 'outdated'],
    ['some alerts were too many to be made', { made: 1, grown: 0, left: 1 }],
  ])('records all again where %s', async (_, answer) => {
    const { asked, run } = recorder([DONE, answer]);
    await run(fired([found('a')]));
    expect(await run(fired([found('a'), found('b')]))).toEqual([answer]);
    await run(fired([found('a'), found('b')]));
    expect(asked[2]).toEqual(['a', 'b']);
  });

  it('records again what was found while nobody was told of it', async () => {
    const { asked, run } = recorder();
    const snoozed = { snoozedUntil: '2026-01-02T00:00:00.000Z' };
    await run(fired([found('a')], snoozed));
    await run(fired([found('a')], snoozed));
    expect(asked).toHaveLength(2);
  });

  it('answers each rule in its place', async () => {
    const { asked, run } = recorder();
    await run(fired([found('a')]));
    expect(await run(fired([found('a')]), fired([found('b')], { id: 'r2' }))).toEqual([NONE, DONE]);
    expect(asked[1]).toEqual(['b']);
  });

  it('forgets the rules heard of the longest ago where groups are too many', async () => {
    const { asked, run } = recorder([], 2);
    await run(fired([found('a')]), fired([found('b')], { id: 'r2' }));
    await run(fired([found('c')], { id: 'r3' }));
    await run(fired([found('b')], { id: 'r2' }), fired([found('a')]));
    expect(asked[2]).toEqual(['a']);
  });
});
