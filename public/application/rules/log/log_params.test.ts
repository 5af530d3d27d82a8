import { isLogFiltered, LOG_PARAMS, logQuery } from './log_params';

const now = new Date('2026-03-04T05:06:07.000Z');

describe('state of the execution log', () => {
  it('asks for the newest entries of the last 24 hours to begin with', () => {
    expect(logQuery(LOG_PARAMS, now)).toEqual({
      from: '2026-03-03T05:06:07.000Z',
      to: '2026-03-04T05:06:07.000Z',
      page: 0,
      size: 25,
    });
    expect(isLogFiltered(LOG_PARAMS)).toBe(false);
  });

  it('asks for what the filters say', () => {
    const params = {
      ...LOG_PARAMS,
      query: 'run.took > 9',
      language: 'kuery',
      rule: 'r1',
      event: 'failed',
      page: '2',
      size: '50',
    };
    expect(logQuery(params, now)).toMatchObject({
      query: 'run.took > 9',
      language: 'kuery',
      ruleId: 'r1',
      event: 'failed',
      page: 2,
      size: 50,
    });
    expect(isLogFiltered(params)).toBe(true);
  });

  it('leaves out what the server would refuse', () => {
    const query = logQuery({ ...LOG_PARAMS, event: 'exploded', page: '-1', size: '9999' }, now);
    expect(query).toMatchObject({ page: 0, size: 100 });
    expect(query).not.toHaveProperty('event');
  });
});
