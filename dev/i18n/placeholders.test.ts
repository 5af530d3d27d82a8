import { placeholdersOf } from './placeholders';

describe('placeholders of a message', () => {
  it.each([
    ['No values', []],
    ['{name} of {bucket}', ['name', 'bucket']],
    ['{count, plural, one {# event} other {{formatted} events in {where}}}', ['count', 'formatted', 'where']],
    ['{at, date, short} and {state, select, on {it runs} other {it is {state}}}', ['at', 'state']],
  ])('are found in "%s"', (message, names) => {
    expect([...placeholdersOf(message)]).toEqual(names);
  });

  it.each([
    ['{name', 'not closed'],
    ['name}', 'too many'],
    ['{}', 'not followed by a name'],
    ['{count, plural, one {# event}}', 'no case "other"'],
  ])('cannot be found in "%s"', (message, error) => {
    expect(() => placeholdersOf(message)).toThrow(error);
  });
});
