import { type Condition, ConditionMistake, parseCondition } from './condition';

/** A condition in brackets, so that one sees what binds how. */
function shown(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `(${condition.parts.map(shown).join(` ${condition.kind} `)})`;
    case 'not':
      return `not ${shown(condition.part)}`;
    case 'exists':
      return `${condition.field}?`;
    case 'match': {
      const { field, value } = condition;
      if (value.kind === 'text') return `${field}=${value.text}`;
      if (value.kind === 'glob') return `${field}~${value.glob.length}`;
      if (value.kind === 'any') return `${field}=*`;
      const { from, to } = value;
      const low = from ? `${from.included ? '[' : '{'}${from.text}` : '';
      const high = to ? `${to.text}${to.included ? ']' : '}'}` : '';
      return `${field} ${low}..${high}`;
    }
  }
}

describe('parseCondition', () => {
  it.each([
    ['event.action:Describe', 'event.action=Describe'],
    ['event.action: Describe', 'event.action=Describe'],
    ['a:1 AND b:2 OR c:3', '((a=1 and b=2) or c=3)'],
    ['a:1 and (b:2 or c:3)', '(a=1 and (b=2 or c=3))'],
    ['NOT a:1 AND b:2', '(not a=1 and b=2)'],
    ['NOT (a:1 OR b:2)', 'not (a=1 or b=2)'],
    ['NOT NOT a:1', 'not not a=1'],
    ['a:(1 OR 2)', '(a=1 or a=2)'],
    ['a:(x* AND NOT "y z")', '(a~2 and not a=y z)'],
    ['a:"say \\"hi\\" (AND)"', 'a=say "hi" (AND)'],
    ['a:and AND b:or', '(a=and and b=or)'],
    ['notes:1', 'notes=1'],
    ['a:x\\ y\\*', 'a=x y*'],
    ['source.ip:10.0.0.0/8', 'source.ip=10.0.0.0/8'],
    ['source.ip:2001:db8::/32', 'source.ip=2001:db8::/32'],
    ['user.arn:arn:aws:iam::1:user/x', 'user.arn=arn:aws:iam::1:user/x'],
    ['@timestamp:>=2026-01-02T00:00:00Z', '@timestamp [2026-01-02T00:00:00Z..'],
    ['n:[400 TO 499]', 'n [400..499]'],
    ['n:{400 TO *}', 'n {400..'],
    ['n:<5', 'n ..5}'],
    ['_exists_:a.b', 'a.b?'],
    ['a.b:*', 'a.b?'],
    ['  ( a:1 )  ', 'a=1'],
  ])('%s', (text, expected) => {
    expect(shown(parseCondition(text))).toBe(expected);
  });

  it.each([
    ['', 1, 'expected a field'],
    ['Describe*', 1, 'expected a field and a colon'],
    ['a:1 b:2', 5, 'expected AND, OR'],
    ['a:1 AND', 5, 'expected AND, OR'],
    ['a:1 AND ', 9, 'expected a field'],
    ['a:', 3, 'expected a value'],
    ['(a:1', 5, 'closing parenthesis'],
    ['a:1)', 4, 'expected AND, OR'],
    ['a:(1 2)', 6, 'closing parenthesis'],
    ['a:"x', 3, 'closing quotation mark'],
    ['a:[1 2]', 3, 'expected a range'],
    ['a:1 && b:2', 5, 'expected AND, OR'],
    ['_exists_:', 10, 'expected a field'],
  ])('says where %j is wrong', (text, character, problem) => {
    expect(() => parseCondition(text)).toThrow(ConditionMistake);
    expect(() => parseCondition(text)).toThrow(`at character ${character}`);
    expect(() => parseCondition(text)).toThrow(problem);
  });
});
