import { describeErrors } from './codec';
import { Exclusions } from './exclusion';

function mistakes(value: unknown): string[] {
  const result = Exclusions.decode(value);
  return result._tag === 'Left' ? describeErrors(result.left) : [];
}

describe('exclusions of a source', () => {
  it('take conditions, object keys or both', () => {
    expect(
      mistakes([
        { name: 'reads', condition: 'event.action:Describe*' },
        { name: 'region', keys: '*_us-west-1_*', countOnly: true },
        { name: 'both', keys: 'AWSLogs/*', condition: 'source.ip:10.0.0.0/8' },
      ]),
    ).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['neither', [{ name: 'x' }], /^0\.condition: is required, unless/],
    ['a mistake', [{ name: 'x', condition: 'a:1 AND (b:2' }], /^0\.condition: .*at character 13$/],
    ['an unknown key', [{ name: 'x', keys: 'a*', dryRun: true }], /^0\.dryRun: is not known/],
    [
      'a name twice',
      [
        { name: 'x', keys: 'a*' },
        { name: 'x', keys: 'b*' },
      ],
      /^1\.name: is taken/,
    ],
  ])('refuse %s', (_title, value, expected) => {
    expect(mistakes(value)[0]).toMatch(expected);
  });
});
