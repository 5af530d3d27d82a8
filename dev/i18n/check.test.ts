import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { checkMessages } from './check';

describe('the check of messages', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'i18n-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  async function problemsOf(...sources: string[]): Promise<string[]> {
    const paths = sources.map((_, index) => `file${index}.tsx`);
    await Promise.all(sources.map((source, index) => writeFile(join(root, `file${index}.tsx`), source)));
    return checkMessages(root, paths).problems;
  }

  it('finds messages of both kinds and nothing wrong with good ones', async () => {
    await writeFile(
      join(root, 'a.tsx'),
      `const a = i18n.translate('awsSiem.a', { defaultMessage: 'Hello {name}', values: { name } });
       const b = <FormattedMessage id="awsSiem.b" defaultMessage="{n, plural, one {#} other {#}}" values={{ n: 1 }} />;
       const c = i18n.translate('awsSiem.c', { defaultMessage: '{x} and {y}', values: counts });
       const d = <Panel title={title} className="any class" label="DQL" placeholder="type:vpcflow">{a}: 1</Panel>;`,
    );
    expect(checkMessages(root, ['a.tsx'])).toEqual({ messages: 3, problems: [] });
  });

  it.each([
    ["i18n.translate('other.a', { defaultMessage: 'A' })", 'must begin with awsSiem.'],
    ["i18n.translate(id, { defaultMessage: 'A' })", 'must be a literal'],
    ["i18n.translate('awsSiem.a', { defaultMessage: `A ${b}` })", 'must be a literal'],
    ["i18n.translate('awsSiem.a', { defaultMessage: '{name}' })", '{name} is given no value'],
    ["i18n.translate('awsSiem.a', { defaultMessage: 'A', values: { b } })", 'no place for the value b'],
    ["i18n.translate('awsSiem.a', { defaultMessage: '{a' , values: { a } })", 'not closed'],
    ['<FormattedMessage id="awsSiem.a" defaultMessage="{a}" />', '{a} is given no value'],
    ['<p>Some words</p>', '"Some words" cannot be translated'],
    ['<Field placeholder="Search rules" />', '"Search rules" cannot be translated'],
    ['<Field label="A name" />', '"A name" cannot be translated'],
    ["const column = { name: 'x', title: 'A title' };", '"A title" cannot be translated'],
  ])('refuses %s', async (source, problem) => {
    const problems = await problemsOf(source);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('file0.tsx:1: ');
    expect(problems[0]).toContain(problem);
  });

  it('refuses one id for two texts', async () => {
    const problems = await problemsOf(
      "i18n.translate('awsSiem.a', { defaultMessage: 'One' });",
      "i18n.translate('awsSiem.a', { defaultMessage: 'Two' });",
    );
    expect(problems).toEqual(['file1.tsx:1: awsSiem.a has another text at file0.tsx:1']);
  });
});
