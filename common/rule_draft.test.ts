import { readRuleDraft, ruleDraftPath, type RuleDraft } from './rule_draft';

const draft: RuleDraft = {
  query: 'type:elblogs AND url.path:"/a?b=c&d#e"',
  filters: [{ meta: { alias: 'DQL: user.name : "Zoë"', negate: false }, query: { bool: {} } }],
  indexPattern: { title: 'siem-logs-*', timeField: '@timestamp' },
  time: { from: 'now-24h', to: 'now' },
  language: 'kuery',
  timeZone: 'Europe/Berlin',
};

const searchOf = (path: string) => path.slice(path.indexOf('?'));

describe('rule draft', () => {
  it('comes out of the URL as it went in', () => {
    const path = ruleDraftPath(draft);
    expect(path).toMatch(/^\/rules\/new\?from=discover&state=[^&#?]+$/);
    expect(readRuleDraft(searchOf(path))).toEqual(draft);
  });

  it.each([
    ['no state', '?from=discover'],
    ['broken JSON', '?state=%7B'],
    ['another shape', `?state=${encodeURIComponent('{"query":1}')}`],
    ['unknown keys', `?state=${encodeURIComponent(JSON.stringify({ ...draft, run: 'x' }))}`],
  ])('is ignored with %s', (_case, search) => {
    expect(readRuleDraft(search)).toBeUndefined();
  });
});
