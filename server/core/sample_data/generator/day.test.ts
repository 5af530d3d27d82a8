import { gunzipSync } from 'zlib';
import { activity, createGenerator } from './day';
import type { SampleLogType, LogObject } from './log_object';
import { CUSTOM_FIELDS, DEFAULT_FIELDS } from './vpcflow';
import { createWorld } from './world';

const NOW = Date.UTC(2026, 10, 24, 9, 45, 12);
const day = [...createGenerator(1).day(NOW)];
const { attacker, victim, buckets } = createWorld(1);

const textOf = ({ key, body }: LogObject) => (key.endsWith('.gz') ? gunzipSync(body) : body).toString();
const linesOf = (object: LogObject) => textOf(object).trimEnd().split('\n');
const ofType = (type: SampleLogType) => day.filter((object) => object.type === type);
const allLines = (type: SampleLogType, key = /./) =>
  ofType(type)
    .filter((object) => key.test(object.key))
    .flatMap(linesOf);
/** Fields of a line: bare, in quotes or in brackets, parted by one space each. */
const fieldsOf = (line: string) => line.match(/"[^"]*"(?:,"[^"]*")*|\[[^\]]*\]|[^ ]+/g) ?? [];

interface CloudTrailRecord {
  eventTime: string;
  eventID: string;
  eventName: string;
  sourceIPAddress: string;
  userIdentity: { userName?: string };
  responseElements: { ConsoleLogin?: string } | null;
  additionalEventData?: { MFAUsed: string };
}
const trail = ofType('cloudtrail').flatMap(
  (object) => (JSON.parse(textOf(object)) as { Records: CloudTrailRecord[] }).Records,
);

describe('a day of logs', () => {
  it('is the same for the same seed and moment, and another for another', () => {
    const again = [...createGenerator(1).day(NOW)];
    expect(
      again.every(({ key, body }, index) => day[index]?.key === key && day[index].body.equals(body)),
    ).toBe(true);
    const other = [...createGenerator(2).day(NOW)];
    expect(other.map(({ key }) => key)).not.toEqual(day.map(({ key }) => key));
  });

  it('holds about 230,000 events of all nine types under different keys', () => {
    const total = day.reduce((sum, { records }) => sum + records, 0);
    expect(total).toBeGreaterThan(150_000);
    expect(total).toBeLessThan(300_000);
    expect(new Set(day.map(({ type }) => type)).size).toBe(9);
    expect(new Set(day.map(({ key }) => key)).size).toBe(day.length);
  });

  it('is busier by day than by night, and even on average', () => {
    expect(activity(Date.UTC(2026, 0, 1, 16))).toBeCloseTo(1.65);
    expect(activity(Date.UTC(2026, 0, 1, 4))).toBeCloseTo(0.35);
    const hours = Array.from({ length: 24 }, (_, hour) => activity(Date.UTC(2026, 0, 1, hour)));
    expect(hours.reduce((sum, value) => sum + value) / 24).toBeCloseTo(1);
  });

  it.each([
    [
      'cloudtrail',
      /^cloudtrail\/AWSLogs\/(\d{12})\/CloudTrail\/([a-z0-9-]+)\/2026\/11\/2[34]\/\1_CloudTrail_\2_\d{8}T\d{4}Z_\w{16}\.json\.gz$/,
    ],
    [
      'vpcflow',
      /^vpcflow\/AWSLogs\/(\d{12})\/vpcflowlogs\/([a-z0-9-]+)\/2026\/11\/2[34]\/\1_vpcflowlogs_\2_fl-\w{17}_\d{8}T\d{4}Z_\w{16}\.log\.gz$/,
    ],
    [
      'elblogs',
      /^elb\/AWSLogs\/(\d{12})\/elasticloadbalancing\/([a-z0-9-]+)\/2026\/11\/2[34]\/\1_elasticloadbalancing_\2_((app|net)\.[a-z]+\.\w{16}_\S+\.log\.gz|legacy-erp_\d{8}T\d{4}Z_[\d.]+_\w+\.log)$/,
    ],
    ['s3access', /^s3access\/2026-11-2[34]-\d\d-\d\d-\d\d-[0-9A-F]{16}$/],
  ] as Array<[SampleLogType, RegExp]>)('lies under the keys that AWS gives %s', (type, key) => {
    expect(ofType(type).filter((object) => !key.test(object.key))).toEqual([]);
  });

  it('has no event outside of the 24 hours', () => {
    const times = trail.map(({ eventTime }) => Date.parse(eventTime));
    expect(Math.min(...times.slice(0, 1000))).toBeGreaterThanOrEqual(NOW - 86_401_000);
    expect(times.filter((time) => time > NOW)).toEqual([]);
  });
});

describe('formats', () => {
  it('of CloudTrail: records with what each must have, and ids of their own', () => {
    const needed = ['eventVersion', 'userIdentity', 'eventTime', 'eventSource', 'eventName', 'awsRegion'];
    needed.push(
      'sourceIPAddress',
      'userAgent',
      'requestParameters',
      'responseElements',
      'eventID',
      'eventType',
    );
    needed.push('recipientAccountId', 'eventCategory');
    expect(trail.filter((record) => needed.some((name) => !(name in record)))).toEqual([]);
    expect(trail.filter(({ eventTime }) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(eventTime))).toEqual([]);
    expect(new Set(trail.map(({ eventID }) => eventID)).size).toBe(trail.length);
  });

  it('of VPC Flow: a header and as many fields as it names, default and custom', () => {
    const headers = ofType('vpcflow').map((object) => linesOf(object)[0]);
    expect(new Set(headers)).toEqual(new Set([DEFAULT_FIELDS, CUSTOM_FIELDS]));
    const standard =
      /^2 \d{12} eni-\w{17} [\d.]+ [\d.]+ \d+ \d+ (6|17) \d+ \d+ \d{10} \d{10} (ACCEPT|REJECT) OK$/;
    for (const object of ofType('vpcflow')) {
      const [header = '', ...rest] = linesOf(object);
      const count = header.split(' ').length;
      expect(rest.filter((line) => line.split(' ').length !== count)).toEqual([]);
      if (header === DEFAULT_FIELDS) expect(rest.filter((line) => !standard.test(line))).toEqual([]);
    }
  });

  it.each([
    ['application', /_app\./, 33, /^https \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z app\/storefront\/\w{16} /],
    ['network', /_net\./, 22, /^tls 2\.0 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d net\/payments\/\w{16} \w{16} /],
    ['classic', /legacy-erp/, 15, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z legacy-erp [\d.]+:\d+ [\d.]+:80 /],
  ])('of the %s load balancer', (_kind, key, count, start) => {
    const found = allLines('elblogs', key);
    expect(found.length).toBeGreaterThan(1_000);
    expect(found.filter((line) => fieldsOf(line).length !== count || !start.test(line))).toEqual([]);
  });

  it('of S3 access: 26 fields', () => {
    const start =
      /^[0-9a-f]{64} acme-[a-z-]+ \[2[34]\/Nov\/2026:\d\d:\d\d:\d\d \+0000\] [\d.]+ \S+ [0-9A-F]{16} REST\./;
    const found = allLines('s3access');
    expect(found.filter((line) => fieldsOf(line).length !== 26 || !start.test(line))).toEqual([]);
  });
});

describe('the attack of the last hour', () => {
  const byAttacker = trail.filter(({ sourceIPAddress }) => sourceIPAddress === attacker.address);
  const mentions = (lines: string[], ...parts: string[]) =>
    lines.filter((line) => [attacker.address, ...parts].every((part) => line.includes(part)));

  it('guesses the password of a user and then signs in without a second factor', () => {
    const logins = byAttacker.filter(({ eventName }) => eventName === 'ConsoleLogin');
    const outcomes = logins.map(({ responseElements }) => responseElements?.ConsoleLogin);
    expect(outcomes.filter((outcome) => outcome === 'Failure').length).toBeGreaterThanOrEqual(20);
    expect(outcomes.at(-1)).toBe('Success');
    expect(logins.at(-1)?.additionalEventData?.MFAUsed).toBe('No');
    expect(new Set(logins.map(({ userIdentity }) => userIdentity.userName))).toEqual(new Set([victim.name]));
  });

  it('then makes a key, stops the trail and opens a bucket, in this order', () => {
    const steps = ['CreateAccessKey', 'StopLogging', 'DeleteBucketPublicAccessBlock', 'PutBucketPolicy'];
    const done = byAttacker.map(({ eventName }) => eventName).filter((name) => steps.includes(name));
    expect(done).toEqual(steps);
    const times = byAttacker.map(({ eventTime }) => Date.parse(eventTime));
    expect(Math.min(...times)).toBeGreaterThan(NOW - 3_600_000);
  });

  it('scans ports, floods the shop and empties the bucket', () => {
    expect(mentions(allLines('vpcflow'), 'REJECT').length).toBeGreaterThanOrEqual(500);
    expect(mentions(allLines('elblogs'), '"GET ').length).toBeGreaterThanOrEqual(2_000);
    expect(mentions(allLines('s3access'), buckets.exports, 'REST.GET.OBJECT').length).toBeGreaterThanOrEqual(
      500,
    );
  });
});

describe('the live part', () => {
  it('goes on from the day, with another kind of attack at each turn', () => {
    const generator = createGenerator(1);
    expect(generator.live(NOW, NOW + 5_000).length).toBeGreaterThan(0);
    const turns = [0, 1, 2, 3].map(
      (turn) => generator.live(NOW, NOW + 5_000, turn).sort((left, right) => right.records - left.records)[0],
    );
    expect(turns.map((object) => object?.type)).toEqual(['cloudtrail', 'vpcflow', 'elblogs', 's3access']);
    expect(turns.every((object) => object && textOf(object).includes(attacker.address))).toBe(true);
  });
});
