import type { ValueList, ValueLists } from '../../ports';
import { lintQuery } from './lint_query';

const fieldTypes = new Map([
  ['source.ip', 'ip'],
  ['user.name', 'keyword'],
  ['bytes', 'long'],
  ['flag', 'boolean'],
  ['aws.cloudtrail.request_parameters', 'flat_object'],
]);
const list = (name: string, entries: string[]): ValueList => ({ name, kind: 'ip', entries, revision: '1' });
const lists: ValueLists = {
  get: async (name) => ({ blocklist: list('blocklist', ['192.0.2.1']), empty: list('empty', []) })[name],
};
const codes = async (text: string, language: 'lucene' | 'kuery' = 'lucene') =>
  (await lintQuery(text, { language, fieldTypes, lists })).map(({ code, at }) => `${code}@${at}`);

describe('linting a query', () => {
  it.each([
    ['user.name:alice AND source.ip:"10.0.0.0/8"', []],
    ['user.nam:alice', ['unknown_field@0']],
    ['user.name:alice AND sorce.ip:1.2.3.4', ['unknown_field@20']],
    ['source.ip:alice', ['wrong_type@0']],
    ['bytes:[1 TO many]', ['wrong_type@0']],
    ['flag:yes', ['wrong_type@0']],
    ['source.ip:"@blocklist"', []],
    ['source.ip:"@private"', []],
    ['source.ip:"@empty"', ['empty_list@0']],
    ['source.ip:"@nothing"', ['unknown_list@0']],
    ['user.name:*lice', ['leading_wildcard@0']],
    ['user.name:/.*lice/', ['leading_wildcard@0']],
    ['user.name:*', []],
    ['_exists_:user', []],
    ['aws.cloudtrail.request_parameters.a.b:x', []],
    ['user.name:a OR NOT bytes:1', ['or_not@12']],
    ['user.name:(', ['syntax@10']],
    ['user.name:x sorce.ip:y user.name:*z', ['unknown_field@12', 'leading_wildcard@23']],
  ])('%s', async (text, problems) => {
    expect(await codes(text)).toEqual(problems);
  });

  it('looks at DQL the same way', async () => {
    expect(await codes('user.nam: alice or source.ip: "@empty" or bytes >= x', 'kuery')).toEqual([
      'unknown_field@0',
      'wrong_type@42',
      'empty_list@19',
    ]);
  });

  it('names the field that may be meant', async () => {
    const [problem] = await lintQuery('user.nmae:x', { language: 'lucene', fieldTypes, lists });
    expect(problem?.message).toBe('There is no field user.nmae in these indices. Did you mean user.name?');
  });

  it('says nothing of fields where there is no index yet', async () => {
    expect(await lintQuery('any:x', { language: 'lucene', fieldTypes: new Map(), lists })).toEqual([]);
  });
});
