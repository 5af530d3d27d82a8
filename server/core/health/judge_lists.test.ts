import type { ListView } from '../../../common/list';
import { judgeLists } from './judge_objects';

const list: ListView = {
  id: 'blocklist',
  name: 'blocklist',
  kind: 'ip',
  indicator: false,
  createdAt: '',
  updatedAt: '',
  updatedBy: '',
  status: { state: 'ok', entries: 1 },
  usedBy: ['Traffic with known bad addresses'],
};
const lastError = { code: 'download_failed', message: 'The address answered 503.', at: '' };

describe('a list', () => {
  it.each<[string, Partial<ListView>, string[]]>([
    ['is well', {}, []],
    ['is empty', { status: { state: 'empty', entries: 0 } }, []],
    [
      'cannot be fetched',
      { status: { state: 'failing', entries: 1, lastError } },
      ['list_failing: The address answered 503.'],
    ],
    [
      'has expired',
      { status: { state: 'expired', entries: 1 } },
      ['list_expired: It has expired, so it counts as empty where it is used.'],
    ],
    ['has expired and is used by nobody', { status: { state: 'expired', entries: 1 }, usedBy: [] }, []],
    [
      'has expired and is used by enrichment',
      { status: { state: 'expired', entries: 1 }, usedBy: [], indicator: true },
      ['list_expired: It has expired, so it counts as empty where it is used.'],
    ],
    [
      'was changed past us',
      { status: { state: 'changed_outside', entries: 1 } },
      ['changed_outside: It was changed outside SIEM, so nothing runs with it.'],
    ],
  ])('%s', (_, change, expected) => {
    const found = judgeLists([{ ...list, ...change }]);
    expect(found.map(({ kind, message }) => `${kind}: ${message}`)).toEqual(expected);
    expect(found.every(({ subject }) => subject.kind === 'list' && subject.id === 'blocklist')).toBe(true);
  });
});
