import { JsonObjectSplitter } from './json_objects';

/** Records and rejects of a text that comes in chunks of `size` bytes. */
function split(text: string, { size = 1_000, maxBytes = 1_000 } = {}) {
  const splitter = new JsonObjectSplitter(maxBytes);
  const found: Array<[position: number, text: string, reason?: string]> = [];
  const out = {
    record: (record: string, position: number) => void found.push([position, record]),
    reject: (raw: string, reason: string, position: number) => void found.push([position, raw, reason]),
  };
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) splitter.write(bytes.subarray(at, at + size), out);
  splitter.end(out);
  return found;
}

describe.each([1, 3, 1_000])('JSON objects in chunks of %d bytes', (size) => {
  it('are cut apart with or without anything between them', () => {
    const text = '\ufeff{"a":1}{"b":"}{\\"\\\\"}\r\n\n{"c":[{}]}\n[{"d":1},{"e":{\n  "f": 2\n}}]';
    expect(split(text, { size })).toEqual([
      [1, '{"a":1}'],
      [2, '{"b":"}{\\"\\\\"}'],
      [3, '{"c":[{}]}'],
      [4, '{"d":1}'],
      [5, '{"e":{\n  "f": 2\n}}'],
    ]);
  });

  it('are found behind the times of an export, and behind text that is none', () => {
    expect(split('2026-01-02T03:04:05.000Z {"a":1}\noops {"b":1}\nmore', { size })).toEqual([
      [1, '{"a":1}'],
      [2, 'oops ', 'The text is not a JSON object.'],
      [3, '{"b":1}'],
      [4, 'more', 'The text is not a JSON object.'],
    ]);
  });

  it('do not spoil the next line when they are broken', () => {
    expect(split('{"a":"1}\n{"b":{}\n{"c":1}\n{"d"', { size })).toEqual([
      [1, '{"a":"1}', 'The JSON object is broken: its line ends within a text.'],
      [2, '{"b":{}\n', 'The JSON object is broken: it lacks its end.'],
      [3, '{"c":1}'],
      [4, '{"d"', 'The object ends in the middle of its JSON.'],
    ]);
  });

  it('are rejected with their beginning when they are too long', () => {
    const long = `{"a":"${'x'.repeat(60_000)}"}`;
    const found = split(`${long}{"b":1}`, { size, maxBytes: 20_000 });
    expect(found.map(([position, , reason]) => [position, reason])).toEqual([
      [1, 'The JSON object is longer than 20000 bytes.'],
      [2, undefined],
    ]);
    expect(found[0]?.[1]).toBe(long.slice(0, 8_000));
  });
});

it('rejects a binary file once', () => {
  expect(split('PAR1\0\0\n\0{"a":1}\n\0')).toEqual([
    [1, '', 'The object is a binary file (it has NUL bytes), not JSON.'],
  ]);
});
