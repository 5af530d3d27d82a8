import { fakeClock } from '../../../test/fakes/clock';
import { fakeStateStore } from '../../../test/fakes/state_store';
import type { Finding } from './finding';
import { createHealthBook } from './health_book';
import type { HealthEvent } from './ports';

const silent: Finding = {
  kind: 'source_silent',
  subject: { kind: 'source', id: 's1', name: 'flows' },
  severity: 'warning',
  message: 'No new object for 2 hours.',
  advice: 'Look in AWS.',
};
const red: Finding = {
  ...silent,
  kind: 'cluster_red',
  severity: 'critical',
  subject: { kind: 'opensearch', id: '', name: 'OpenSearch' },
};

function setUp() {
  const state = fakeStateStore();
  const clock = fakeClock();
  const events = new Map<string, HealthEvent>();
  let fails = false;
  const log = {
    async record(given: readonly HealthEvent[]) {
      if (fails) throw new Error('down');
      for (const event of given) if (!events.has(event.id)) events.set(event.id, event);
    },
  };
  const book = createHealthBook({ state, log, clock });
  const settle = (findings: Finding[], unjudged: Finding['kind'][] = []) =>
    book.settle({ findings, unjudged });
  const told = () => [...events.values()].map(({ phase, episode }) => `${phase} ${episode.kind}`);
  return { book, clock, settle, told, events, setFails: (value: boolean) => void (fails = value) };
}

describe('the book of health', () => {
  it('has one event when something begins and one when it ends, however often it is found', async () => {
    const { book, clock, settle, told, events } = setUp();
    await settle([silent]);
    await clock.advance(60_000);
    await settle([{ ...silent, message: 'No new object for 3 hours.' }]);
    expect(told()).toEqual(['begin source_silent']);
    expect(await book.open()).toMatchObject([
      { message: 'No new object for 3 hours.', since: '2026-01-15T12:00:00.000Z' },
    ]);
    await clock.advance(60_000);
    await settle([]);
    await settle([]);
    expect(told()).toEqual(['begin source_silent', 'end source_silent']);
    expect([...events.values()][1]?.episode).toMatchObject({
      since: '2026-01-15T12:00:00.000Z',
      until: '2026-01-15T12:02:00.000Z',
    });
    expect(await book.open()).toEqual([]);
  });

  it('tells two times apart', async () => {
    const { clock, settle, events } = setUp();
    for (const findings of [[silent], [], [silent], []]) {
      await settle(findings);
      await clock.advance(1_000);
    }
    expect(new Set([...events.values()].map(({ episode }) => episode.id)).size).toBe(2);
    expect(events.size).toBe(4);
  });

  it('loses and doubles nothing when the log cannot be written for a while', async () => {
    const { book, clock, settle, told, setFails } = setUp();
    setFails(true);
    await expect(settle([silent])).rejects.toThrow('down');
    await clock.advance(60_000);
    setFails(false);
    await settle([silent]);
    expect(await book.open()).toMatchObject([{ since: '2026-01-15T12:00:00.000Z' }]);
    setFails(true);
    await expect(settle([])).rejects.toThrow('down');
    setFails(false);
    await settle([silent]);
    expect(told()).toEqual(['begin source_silent', 'end source_silent', 'begin source_silent']);
  });

  it('keeps what could not be judged', async () => {
    const { book, settle, told } = setUp();
    await settle([red, silent]);
    await settle([], ['cluster_red']);
    expect((await book.open()).map(({ kind }) => kind)).toEqual(['cluster_red']);
    expect(told()).toEqual(['begin cluster_red', 'begin source_silent', 'end source_silent']);
  });

  it('has the critical ones in front', async () => {
    const { book, clock, settle } = setUp();
    await settle([silent]);
    await clock.advance(1_000);
    await settle([silent, red]);
    expect((await book.open()).map(({ kind }) => kind)).toEqual(['cluster_red', 'source_silent']);
  });

  it('notes what is over already', async () => {
    const { book, told } = setUp();
    await book.note({ ...red, kind: 'not_watched' }, 1_000, 2_000);
    expect(told()).toEqual(['begin not_watched', 'end not_watched']);
    expect(await book.open()).toEqual([]);
  });
});
