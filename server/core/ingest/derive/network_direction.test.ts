import { isPrivate, networkDirection } from './network_direction';

it.each([
  ['10.0.0.1', true],
  ['11.0.0.1', false],
  ['100.63.255.255', false],
  ['100.64.0.1', true],
  ['100.127.0.1', true],
  ['100.128.0.1', false],
  ['172.15.0.1', false],
  ['172.16.0.1', true],
  ['172.31.255.255', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['192.169.1.1', false],
  ['169.254.169.254', true],
  ['127.0.0.1', true],
  ['8.8.8.8', false],
  ['fd00::1', true],
  ['FC00::1', true],
  ['fe80::1', true],
  ['fec0::1', false],
  ['::1', true],
  ['0:0:0:0:0:0:0:1', true],
  ['2600:1f18::1', false],
  ['2001:db8::fd00:1', false],
])('isPrivate(%p)', (address, expected) => {
  expect(isPrivate(address)).toBe(expected);
});

it.each([
  ['203.0.113.7', '10.0.0.1', 'inbound'],
  ['10.0.0.1', '203.0.113.7', 'outbound'],
  ['10.0.0.1', '192.168.0.1', 'internal'],
  ['203.0.113.7', '198.51.100.7', 'external'],
  ['fd00::1', '2600:1f18::1', 'outbound'],
])('networkDirection(%p, %p)', (source, destination, expected) => {
  expect(networkDirection(source, destination)).toBe(expected);
});
