import { fakeStateStore } from '../../../test/fakes/state_store';
import type { SourceStatus, SourceView } from '../../../common/source';
import { readSourceHealth } from './read_health';

const clock = { now: () => Date.parse('2026-01-15T12:00:00Z'), monotonic: () => 0, sleep: async () => {} };
const book = { open: async () => [] } as never;

async function healthOf(status: Partial<SourceStatus>) {
  const source = {
    id: 's1',
    name: 'flows',
    pollInterval: '1m',
    status: { state: 'ok', objects: 0, events: 0, rejects: 0, skips: 0, ...status },
  } as unknown as SourceView;
  return (await readSourceHealth({ state: fakeStateStore(), clock, book }, source)).health;
}

const error = (code: string) => ({ code, message: 'No.', at: '2026-01-15T11:59:00Z' });

describe('the health of a source', () => {
  it.each(['shard_limit', 'disk_flood_stage', 'index_read_only', 's3_access_denied'])(
    'names the cause %s',
    async (code) => {
      expect(await healthOf({ state: 'failing', lastError: error(code) })).toMatchObject({
        state: 'failing',
        errorCode: code,
      });
    },
  );

  it('has no cause where the source works, or failed once', async () => {
    expect(await healthOf({})).not.toHaveProperty('errorCode');
    expect(await healthOf({ state: 'ok', lastError: error('shard_limit') })).not.toHaveProperty('errorCode');
  });
});
