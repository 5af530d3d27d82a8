import { parseCondition } from '../../../../common/condition';
import type { EventField } from '../event_field';
import { Row } from '../row';
import { layoutOf } from '../row_layout';
import { rowMatcher } from './row_matcher';

const FIELDS: EventField[] = [
  { path: 'name', type: 'keyword' },
  { path: 'agent', type: 'keyword_lower' },
  { path: 'tags', type: 'keyword', many: true },
  { path: 'ip', type: 'ip' },
  { path: 'bytes', type: 'long' },
  { path: 'read_only', type: 'boolean' },
  { path: 'request', type: 'object' },
];
const layout = layoutOf(FIELDS);

const row = new Row(layout);
row.fix(layout.slot('type'), 'sample');
row.setTime(layout.slot('@timestamp'), Date.UTC(2026, 0, 2, 12));
row.set(layout.slot('name'), 'DescribeInstances');
row.set(layout.slot('agent'), 'Mozilla/5.0 (X11)');
for (const tag of ['web', 'prod']) row.add(layout.slot('tags'), tag);
row.set(layout.slot('ip'), '10.1.2.3');
row.add(layout.slot('related.ip'), '10.1.2.3');
row.add(layout.slot('related.ip'), '2001:db8::7');
row.set(layout.slot('bytes'), '1200');
row.setScalar(layout.slot('read_only'), true);

const fits = (condition: string) => rowMatcher(parseCondition(condition), layout)(row);

describe('rowMatcher', () => {
  it.each([
    ['name:DescribeInstances', true],
    ['name:describeinstances', false],
    ['name:Describe*', true],
    ['name:Describe', false],
    ['agent:"mozilla/5.0 (x11)"', true],
    ['agent:MOZILLA*', true],
    ['tags:prod', true],
    ['tags:(dev OR prod)', true],
    ['tags:(web AND prod)', true],
    ['NOT tags:dev', true],
    ['type:sample', true],
    ['_exists_:type', true],
    ['ip:10.1.2.3', true],
    ['ip:10.0.0.0/8', true],
    ['ip:10.1.2.4/30', false],
    ['ip:0.0.0.0/0', true],
    ['ip:2001:db8::/32', false],
    ['related.ip:2001:db8::/32', true],
    ['related.ip:2001:0db8::0007', true],
    ['related.ip:192.168.0.0/16', false],
    ['bytes:1200', true],
    ['bytes:1200.0', true],
    ['bytes:[1000 TO 1200]', true],
    ['bytes:[1000 TO 1200}', false],
    ['bytes:>1200', false],
    ['bytes:>=1200', true],
    ['read_only:true', true],
    ['read_only:false', false],
    ['@timestamp:>=2026-01-02T12:00:00Z', true],
    ['@timestamp:[2026-01-01 TO 2026-01-02]', false],
    ['name:Describe* AND NOT (ip:10.0.0.0/8 AND bytes:<100)', true],
  ])('%s: %p', (condition, expected) => {
    expect(fits(condition)).toBe(expected);
  });

  it.each([
    ['nme:x', 'events of this log type have no field nme, at character 1'],
    ['_exists_:nme', 'have no field nme, at character 10'],
    ['name:x AND ip:here', 'ip takes an address or a CIDR block such as 10.0.0.0/8, at character 15'],
    ['ip:10.0.*', 'ip takes an address'],
    ['ip:10.1', 'ip takes an address'],
    ['ip:10.0.0.0/33', 'ip takes an address'],
    ['bytes:many', 'bytes takes a number'],
    ['bytes:12*', 'bytes takes a number'],
    ['bytes:[a TO b]', 'bytes takes a number'],
    ['read_only:yes', 'read_only is either true or false'],
    ['name:[a TO b]', 'name holds text, which has no ranges'],
    ['@timestamp:2026-01-02', '@timestamp takes times to compare with'],
    ['request:x', 'request is kept, but cannot be searched'],
    ['log.offset:1', 'log.offset cannot be used to exclude events'],
  ])('refuses %s', (condition, message) => {
    expect(() => fits(condition)).toThrow(message);
  });
});
