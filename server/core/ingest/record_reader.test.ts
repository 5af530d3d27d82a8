import { CONTEXT, readObject } from '../../../test/unit/log_types/read_object';
import { cloudtrail } from './log_types/cloudtrail/cloudtrail';
import { vpcflow } from './log_types/vpcflow/vpcflow';
import { openRecordReader } from './record_reader';

const flow = (end: number) =>
  `2 123456789012 eni-1 10.0.1.25 198.51.100.7 51022 443 6 25 4249 ${end - 60} ${end} ACCEPT OK`;
const call = (id: string, more: object = {}) => ({
  eventVersion: '1.11',
  eventTime: '2026-01-02T03:04:05Z',
  eventID: id,
  eventName: 'ListUsers',
  ...more,
});

describe('lines', () => {
  it('counts physical lines from 1, with carriage returns and without a last line feed', () => {
    const { events, skips } = readObject(vpcflow, `${flow(100)}\r\n\r\n${flow(101)}`);
    expect(events.map(({ position }) => position)).toEqual([1, 3]);
    expect(skips).toEqual([{ position: 2, reason: 'blank line' }]);
  });

  it('rejects a line of 50 MB with its beginning, and reads the next', () => {
    const rejects: Array<[string, string, number]> = [];
    let events = 0;
    const reader = openRecordReader(vpcflow, CONTEXT);
    const sink = {
      event: () => events++,
      reject: (raw: string, reason: string, position: number) => rejects.push([raw, reason, position]),
      skip: () => undefined,
    };
    const megabyte = Buffer.alloc(1_000_000, 'x');
    for (let written = 0; written < 50; written++) reader.write(megabyte, sink);
    reader.write(Buffer.from(`\n${flow(100)}\n`), sink);
    reader.end(sink);
    expect(rejects).toEqual([['x'.repeat(8_000), 'The line is longer than 1048576 bytes.', 1]]);
    expect(events).toBe(1);
  });

  it('judges the length of a line by its bytes, wherever the chunks end', () => {
    const text = `${'é'.repeat(30)}\n${'é'.repeat(25)}\n${flow(100)}\n`;
    for (const size of [1, 7, 60, 1_000]) {
      const read = readObject(vpcflow, text, { chunkSizes: [size], limits: { maxRecordBytes: 59 } });
      expect(read.rejects.map(({ reason }) => reason)).toEqual([
        'The line is longer than 59 bytes.',
        'The line has 1 fields, the default format has 14, and no header line names others.',
        'The line is longer than 59 bytes.',
      ]);
    }
  });

  it('rejects a binary file once', () => {
    const { events, rejects } = readObject(vpcflow, Buffer.alloc(300_000, 'a\0b\n'));
    expect(events).toEqual([]);
    expect(rejects).toHaveLength(1);
    expect(rejects[0]?.reason).toMatch(/binary file/);
  });

  it('gives up on an object that is something else', () => {
    const { rejects } = readObject(vpcflow, 'not a flow log\n'.repeat(5_000));
    expect(rejects).toHaveLength(1_000);
    expect(rejects[999]?.reason).toMatch(/rest of the object was left unread/);
  });

  it('keeps the line where the source asks for it', () => {
    const { events } = readObject(vpcflow, flow(100), { context: { keepOriginal: true } });
    expect(events[0]?.event.event).toMatchObject({ original: flow(100) });
  });
});

describe('ids', () => {
  it('begin with the time, then name the object and the place in it', () => {
    const ids = (context: object) =>
      readObject(vpcflow, `${flow(100)}\n${flow(100)}\n${flow(7_000)}`, { context }).events.map(
        ({ id }) => id,
      );
    const first = ids({});
    expect(ids({})).toEqual(first);
    expect(ids({ etag: '"e0"' })).toEqual(first);
    expect([...first].sort()).toEqual(first);
    const others = [...ids({ etag: 'e1' }), ...ids({ key: 'other' }), ...ids({ bucket: 'other' })];
    expect(new Set([...first, ...others]).size).toBe(12);
  });

  it("are CloudTrail's own, so that two trails' copies are one event", () => {
    const id = (key: string) =>
      readObject(cloudtrail, JSON.stringify({ Records: [call('a-b_c')] }), { context: { key } }).events[0]
        ?.id;
    expect(id('one')).toBe('0t87v6t-a-b_c');
    expect(id('two')).toBe(id('one'));
  });

  it('never hold other characters', () => {
    const { events } = readObject(cloudtrail, JSON.stringify({ Records: [call('../ "x"')] }));
    expect(events[0]?.id).toMatch(/^0t87v6t-[\w-]{12}$/);
    expect(events[0]?.event.event).toMatchObject({ id: '../ "x"' });
  });
});

describe('a JSON array', () => {
  it('is found among other keys, whatever strings hold', () => {
    const text = JSON.stringify({
      a: [{ Records: [1] }],
      b: '"Records":[{',
      Records: [call('1', { x: ']},"\\{' }), call('2')],
      z: { y: [] },
    });
    const { events, rejects } = readObject(cloudtrail, `\ufeff  ${text}\n`, { chunkSizes: [3] });
    expect(events.map(({ position }) => position)).toEqual([0, 1]);
    expect(rejects).toEqual([]);
  });

  it.each([
    ['{"digestStartTime":"x","logFiles":[]}', /no array "Records"; it has "digestStartTime", "logFiles"/],
    ['{"Records":"none"}', /no array "Records"; it has "Records"/],
    ['{}', /it has nothing/],
    ['[1,2]', /not JSON: a JSON object with "Records" is expected/],
    ['plain text', /not JSON/],
    ['{"Records":[{"a":1', /ends in the middle/],
    ['{"Rec', /ends in the middle/],
  ])('is missed by name in %s', (text, reason) => {
    const { events, rejects } = readObject(cloudtrail, text);
    expect(events).toEqual([]);
    expect(rejects).toHaveLength(1);
    expect(rejects[0]?.reason).toMatch(reason);
  });

  it('rejects what is broken in it and reads the rest', () => {
    const text = `{"Records":[${JSON.stringify(call('1'))}, {"a":nope}, 5, ${JSON.stringify(call('2'))}]} tail`;
    const { events, rejects } = readObject(cloudtrail, text);
    expect(events.map(({ position }) => position)).toEqual([0, 3]);
    expect(rejects.map(({ position }) => position)).toEqual([1, 2, 4]);
  });

  it('rejects an element over the limit with its beginning', () => {
    const text = JSON.stringify({ Records: [call('1', { x: 'y'.repeat(20_000) }), call('2')] });
    for (const size of [10, 1_000, 100_000]) {
      const read = readObject(cloudtrail, text, { chunkSizes: [size], limits: { maxRecordBytes: 10_000 } });
      expect(read.events.map(({ position }) => position)).toEqual([1]);
      expect(read.rejects[0]?.reason).toBe('The record is longer than 10000 bytes.');
      expect(read.rejects[0]?.raw).toHaveLength(8_000);
    }
  });

  it('cuts values that no index takes, and says so', () => {
    const request = {
      policy: 'é'.repeat(5_000),
      deep: JSON.parse('['.repeat(40) + ']'.repeat(40)) as unknown,
    };
    const { events } = readObject(
      cloudtrail,
      JSON.stringify({ Records: [call('1', { requestParameters: request })] }),
    );
    const { aws, siem } = events[0]?.event as {
      aws: { cloudtrail: { request_parameters: { policy: string }; request_kv: string[] } };
      siem: { truncated: string[] };
    };
    expect(aws.cloudtrail.request_parameters.policy).toBe('é'.repeat(4_000));
    expect(Buffer.byteLength(aws.cloudtrail.request_kv[0] as string)).toBeLessThanOrEqual(8_000);
    expect(siem.truncated).toEqual(['aws.cloudtrail.request_parameters', 'aws.cloudtrail.request_kv']);
  });
});

it('names the parser when it throws', () => {
  const broken = {
    ...vpcflow,
    open: () => ({
      parse: () => {
        throw new Error('oops');
      },
    }),
  };
  expect(readObject(broken, 'x').rejects).toEqual([
    { position: 1, reason: 'The parser "vpcflow" failed: oops', raw: 'x' },
  ]);
});
