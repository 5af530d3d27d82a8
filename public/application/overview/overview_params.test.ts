import { OVERVIEW_PARAMS, overviewBody } from './overview_params';

const now = new Date('2026-03-04T05:06:07.000Z');

describe('state of the overview', () => {
  it('asks for everything of the last 24 hours to begin with', () => {
    expect(overviewBody(OVERVIEW_PARAMS, now)).toEqual({
      from: '2026-03-03T05:06:07.000Z',
      to: '2026-03-04T05:06:07.000Z',
      query: '',
      language: 'lucene',
      filters: [],
    });
  });

  it('asks for what the URL says; a language that there is not is Lucene', () => {
    const params = { ...OVERVIEW_PARAMS, query: 'a:1', language: 'kuery', filters: 'type:waf' };
    expect(overviewBody(params, now)).toMatchObject({
      query: 'a:1',
      language: 'kuery',
      filters: [{ field: 'type', value: 'waf' }],
    });
    expect(overviewBody({ ...params, language: 'sql' }, now).language).toBe('lucene');
  });
});
