import type { ValueList } from '../../ports';

/** Lists that are always there; a list of a user with such a name would never be asked. */
export const BUILT_IN_LISTS: ReadonlyMap<string, ValueList> = new Map([
  [
    'private',
    {
      name: 'private',
      kind: 'ip',
      // RFC 1918, RFC 6598 (carrier-grade NAT), RFC 3927 and RFC 4291 (link-local), RFC 4193 (unique local), loopback.
      entries: [
        '10.0.0.0/8',
        '172.16.0.0/12',
        '192.168.0.0/16',
        '100.64.0.0/10',
        '169.254.0.0/16',
        '127.0.0.0/8',
        'fc00::/7',
        'fe80::/10',
        '::1',
      ],
      revision: '1',
    },
  ],
]);
