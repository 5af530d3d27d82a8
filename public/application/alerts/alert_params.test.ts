import { ALERT_PARAMS, alertsQuery, isFiltered } from './alert_params';

const now = new Date('2026-03-04T05:06:07.000Z');

describe('state of the alerts page', () => {
  it('asks for the newest alerts of the last 24 hours to begin with', () => {
    expect(alertsQuery(ALERT_PARAMS, now)).toEqual({
      from: '2026-03-03T05:06:07.000Z',
      to: '2026-03-04T05:06:07.000Z',
      page: 0,
      size: 25,
      sort: '@timestamp',
      order: 'desc',
    });
    expect(isFiltered(ALERT_PARAMS)).toBe(false);
  });

  it('asks for what the filters say', () => {
    const params = {
      ...ALERT_PARAMS,
      query: 'a:1',
      language: 'kuery',
      severity: 'high,critical',
      status: 'open',
      rule: 'r1',
      page: '2',
    };
    expect(alertsQuery(params, now)).toMatchObject({
      query: 'a:1',
      language: 'kuery',
      severity: 'high,critical',
      status: 'open',
      ruleId: 'r1',
      page: 2,
    });
    expect(isFiltered(params)).toBe(true);
  });

  it('takes the first page for a page that is no number', () => {
    expect(alertsQuery({ ...ALERT_PARAMS, page: 'x', size: '-1' }, now)).toMatchObject({ page: 0, size: 25 });
  });
});
