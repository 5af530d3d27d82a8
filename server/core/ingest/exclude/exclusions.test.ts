import type { Exclusion } from '../../../../common/exclusion';
import { CONTEXT } from '../../../../test/unit/log_types/read_object';
import { cloudtrail } from '../log_types/cloudtrail/cloudtrail';
import { openRecordReader } from '../record_reader';
import { addCounts, checkExclusions, openEventFilter, reasonToLeaveUnread, unreadObject } from './exclusions';

const KEY = 'AWSLogs/1/CloudTrail/eu-central-1/2026/01/02/a.json.gz';
const RECORDS = ['DescribeInstances', 'DescribeVpcs', 'StopInstances', 'ListUsers'].map((eventName) => ({
  eventVersion: '1.09',
  eventTime: '2026-01-02T03:04:05Z',
  eventSource: 'ec2.amazonaws.com',
  eventName,
}));
const LENGTHS = RECORDS.map((record) => JSON.stringify(record).length);

function read(exclusions: Exclusion[]) {
  const filter = openEventFilter(exclusions, cloudtrail, KEY);
  const reader = openRecordReader(cloudtrail, CONTEXT, { filter });
  const actions: string[] = [];
  const skips: string[] = [];
  const sink = {
    event: (document: string) =>
      void actions.push((JSON.parse(document) as { event: { action: string } }).event.action),
    reject: (_raw: string, reason: string) => void skips.push(`rejected: ${reason}`),
    skip: (reason: string, position: number) => void skips.push(`${position} ${reason}`),
  };
  reader.write(Buffer.from(JSON.stringify({ Records: RECORDS })), sink);
  reader.end(sink);
  return { actions, skips, counts: filter?.counts(), dropped: filter?.dropped() };
}

describe('exclusions', () => {
  it('skip events and count them by name', () => {
    const describing = { name: 'describe', condition: 'event.action:Describe*' };
    expect(read([describing])).toEqual({
      actions: ['StopInstances', 'ListUsers'],
      skips: ['0 excluded: describe', '1 excluded: describe'],
      counts: [{ name: 'describe', objects: 0, events: 2, bytes: LENGTHS[0]! + LENGTHS[1]! }],
      dropped: 2,
    });
  });

  it('only count where that is asked, and only what others leave', () => {
    const { actions, skips, counts } = read([
      { name: 'all', condition: 'event.provider:ec2.amazonaws.com', countOnly: true },
      { name: 'list', condition: 'event.action:List*' },
    ]);
    expect(actions).toHaveLength(3);
    expect(skips).toEqual(['3 excluded: list']);
    expect(counts).toMatchObject([
      { name: 'list', events: 1 },
      { name: 'all', events: 3 },
    ]);
  });

  it('let the first that fits have the event', () => {
    const both = ['one', 'two'].map((name) => ({ name, condition: 'event.action:Stop*' }));
    expect(read(both).skips).toEqual(['2 excluded: one']);
  });

  it('hold only for objects whose key fits', () => {
    const elsewhere = { name: 'x', keys: '*/us-east-1/*', condition: 'event.action:*' };
    expect(openEventFilter([elsewhere], cloudtrail, KEY)).toBeUndefined();
    expect(read([{ ...elsewhere, keys: '*/eu-central-1/*' }]).actions).toEqual([]);
  });

  it('count events of objects that would be left unread', () => {
    expect(read([{ name: 'x', keys: 'AWSLogs/*', countOnly: true }]).counts).toMatchObject([{ events: 4 }]);
  });

  it('leave objects unread only by their key alone', () => {
    const object = { key: KEY, size: 70, etag: 'e', lastModified: 0 };
    const byKey = { name: 'x', keys: 'AWSLogs/*' };
    expect(reasonToLeaveUnread([byKey], KEY)).toBe('excluded: x');
    expect(unreadObject([byKey], object)).toEqual([{ name: 'x', objects: 1, events: 0, bytes: 70 }]);
    expect(unreadObject([{ ...byKey, countOnly: true }], object)).toBeUndefined();
    expect(unreadObject([{ ...byKey, condition: 'event.action:x' }], object)).toBeUndefined();
    expect(unreadObject([{ ...byKey, keys: 'Other/*' }], object)).toBeUndefined();
    expect(unreadObject(undefined, object)).toBeUndefined();
  });

  it('are refused with the place where they do not go with the log type', () => {
    const wrong = { name: 'x', condition: 'event.action:x OR aws.vpcflow.action:REJECT' };
    expect(() => checkExclusions([{ name: 'ok', keys: '*' }, wrong], cloudtrail)).toThrow(
      'exclusions.1.condition: events of this log type have no field aws.vpcflow.action, at character 19',
    );
  });

  it('add up by name', () => {
    const count = (name: string, events: number) => ({ name, objects: 1, events, bytes: 10 * events });
    expect(addCounts([count('a', 1), count('b', 2)], [count('a', 3)])).toEqual([
      { name: 'a', objects: 2, events: 4, bytes: 40 },
      count('b', 2),
    ]);
    expect(addCounts(undefined, undefined)).toEqual([]);
  });
});
