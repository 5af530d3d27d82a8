import { jobRows } from './job_rows';

const job = (id: string, minute: number, running = false) => ({
  id,
  running,
  startedAt: `2026-01-15T12:0${minute}:00.000Z`,
});

it('names jobs, leaves out polls of sources that are gone, and has rules in one row', () => {
  const jobs = [
    job('poll:s1', 1),
    job('poll:gone', 1),
    job('rules:17', 2),
    job('rules:3', 4),
    job('rules:5', 3, true),
    job('health:check', 1),
    job('something:new', 1),
  ];
  const rows = jobRows(jobs, new Map([['s1', 'flows']]));
  expect(rows.map(({ name }) => name)).toEqual([
    'Poll flows',
    'Check health',
    'something:new',
    'Run rules (3 parts)',
  ]);
  expect(rows[3]).toMatchObject({ running: true, startedAt: job('', 4).startedAt });
});
