import { Readable } from 'stream';
import { gzipSync } from 'zlib';
import { readArguments } from './arguments';
import { parseFile } from './parse_command';

const LINE =
  '2 123456789012 eni-1 10.0.1.25 198.51.100.7 51022 443 6 25 4249 1767323045 1767323105 ACCEPT OK';

async function run(args: string[], stdin: Buffer | string) {
  const events: string[] = [];
  const rejects: string[] = [];
  const options = readArguments(args);
  if (!options) throw new Error('help');
  const whole = await parseFile(options, {
    stdin: Readable.from([Buffer.from(stdin)]),
    events: { write: (line) => events.push(line), ready: () => undefined },
    rejects: { write: (line) => rejects.push(line), ready: () => undefined },
    now: 0,
  });
  const objects = (lines: string[]) => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { whole, events: objects(events), rejects: objects(rejects) };
}

describe('parse', () => {
  it.each([
    ['plain', Buffer.from(`${LINE}\nrubbish\n`)],
    ['packed', gzipSync(`${LINE}\nrubbish\n`)],
  ])('prints events and rejects of a %s log', async (_name, bytes) => {
    const { whole, events, rejects } = await run(['parse', '--type', 'vpcflow', '-'], bytes);
    expect(whole).toBe(true);
    expect(events).toMatchObject([{ type: 'vpcflow', destination: { port: 443 } }]);
    expect(rejects).toMatchObject([{ position: 2, raw: 'rubbish' }]);
  });

  it('says that gzip data ends too early, after the events before', async () => {
    const packed = gzipSync(`${LINE}\n`.repeat(500));
    const { whole, rejects } = await run(['parse', '--type', 'vpcflow', '-'], packed.subarray(0, -20));
    expect(whole).toBe(false);
    expect(rejects.some(({ reason }) => String(reason).includes('truncated'))).toBe(true);
  });

  it('takes account and region out of the key, and skips what the server skips', async () => {
    const key = 'AWSLogs/210987654321/vpcflowlogs/eu-west-3/2026/01/02/x.log';
    const args = ['parse', '--type', 'vpcflow', '--key', key, '-'];
    expect((await run(args, LINE)).events).toMatchObject([{ cloud: { region: 'eu-west-3' } }]);
    const marker = await run(['parse', '--type', 'vpcflow', '--key', 'a/aws-logs-write-test', '-'], LINE);
    expect(marker.events).toEqual([]);
    expect(marker.rejects).toHaveLength(1);
  });
});

describe('arguments', () => {
  it.each([
    [['parse', 'x'], '--type is missing'],
    [['parse', '--type', 'nope', 'x'], 'There is no log type "nope"; there are cloudtrail'],
    [['parse', '--type', 'vpcflow'], 'Name a file'],
    [['parse', '--type', 'vpcflow', 'a', 'b'], 'One file at a time'],
    [['eat', '--type', 'vpcflow', 'a'], 'There is no command "eat"'],
    [['parse', '--tpye', 'vpcflow'], '--tpye'],
  ])('%j', (args, message) => expect(() => readArguments(args)).toThrow(message));

  it('ask for help by being none', () => expect(readArguments([])).toBeUndefined());
});
