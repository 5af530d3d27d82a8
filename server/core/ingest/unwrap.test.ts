import { type Unwrap, unwrapLines, unwrapObjects } from './unwrap';

function taken<R>(unwrap: Unwrap<R>, value: unknown): unknown[] {
  const found: unknown[] = [];
  unwrap(typeof value === 'string' ? value : JSON.stringify(value), {
    record: (record, original) => found.push(original === undefined ? record : [record, original]),
    none: (_raw, outcome) => found.push(outcome),
  });
  return found;
}

const subscription = (...messages: unknown[]) => ({
  messageType: 'DATA_MESSAGE',
  logEvents: messages.map((message) => ({ id: '1', timestamp: 5, message })),
});
const control = { messageType: 'CONTROL_MESSAGE', logEvents: [{ message: 'CWL CONTROL MESSAGE' }] };
const NO_LOGS = { skip: 'message of CloudWatch Logs that holds no logs' };
const NOT_AN_OBJECT = { reject: 'The record is not a JSON object.' };

describe('lines', () => {
  it.each([
    ['as they are', '2 x', [['2 x', '2 x']]],
    ['blank', ' ', [{ skip: 'blank line' }]],
    ['in the message that Firehose makes', { message: '2 x\n' }, [['2 x', '2 x']]],
    [
      'in a subscription',
      subscription('a', '', 7),
      [['a', 'a'], { skip: 'blank line' }, { reject: 'The message of the JSON object is no text.' }],
    ],
    ['of a control message', control, [NO_LOGS]],
    ['that are JSON themselves', { a: 1 }, [['{"a":1}', '{"a":1}']]],
    ['that are broken JSON', '{"message":', [['{"message":', '{"message":']]],
  ])('are taken %s', (_name, value, expected) => expect(taken(unwrapLines, value)).toEqual(expected));
});

describe('objects', () => {
  const unwrap = unwrapObjects(['findings']);

  it.each([
    ['as they are', { a: 1 }, [[{ a: 1 }, '{"a":1}']]],
    ['of an EventBridge event', { 'detail-type': 't', detail: { a: 1 } }, [{ a: 1 }]],
    ['with a detail of their own', { detail: { a: 1 } }, [[{ detail: { a: 1 } }, '{"detail":{"a":1}}']]],
    [
      'of a list in an event',
      { 'detail-type': 't', detail: { findings: [{ a: 1 }, 2] } },
      [{ a: 1 }, NOT_AN_OBJECT],
    ],
    ['of an empty list', { findings: [] }, [{ skip: 'envelope without records' }]],
    [
      'in a subscription',
      subscription('{"a":1}', 'text', null),
      [[{ a: 1 }, '{"a":1}'], NOT_AN_OBJECT, NOT_AN_OBJECT],
    ],
    ['of a control message', control, [NO_LOGS]],
    ['that are none', '[1]', [NOT_AN_OBJECT]],
  ])('are taken %s', (_name, value, expected) => expect(taken(unwrap, value)).toEqual(expected));
});
