import type { OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import type { Cluster, ClusterPart, ClusterState } from '../../core/health/ports';
import { abortable } from './abortable';
import { fromClientError } from './errors';

const OURS = 'siem-*,.siem-state';
const LENIENT = { ignore_unavailable: true, allow_no_indices: true, expand_wildcards: 'open,hidden' };

/** `Cluster` by the least calls that tell; each part that is refused is told, and the others go on. */
export function createCluster(client: OpenSearchClient): Cluster {
  return {
    async look(signal) {
      const get = async <T>(path: string, querystring: Record<string, unknown> = {}): Promise<T> => {
        try {
          const call = client.transport.request({ method: 'GET', path, querystring });
          return (await abortable(call, signal)).body as T;
        } catch (thrown) {
          throw fromClientError(thrown);
        }
      };
      const state: ClusterState = { unchecked: [] };
      const part = async (name: ClusterPart, read: () => Promise<Partial<ClusterState>>) => {
        try {
          Object.assign(state, await read());
        } catch (thrown) {
          state.unchecked.push({ part: name, reason: fromClientError(thrown).message });
        }
      };

      let open = 0;
      let perNode = 0;
      await Promise.all([
        part('health', async () => {
          const health = await get<HealthAnswer>('/_cluster/health');
          open = health.active_shards + health.initializing_shards + health.unassigned_shards;
          return { status: health.status, dataNodes: health.number_of_data_nodes };
        }),
        part('settings', async () => {
          const settings = await get<SettingsAnswer>('/_cluster/settings', SETTINGS_QUERY);
          const setting = (name: string) =>
            settings.transient?.[name] ?? settings.persistent?.[name] ?? settings.defaults?.[name];
          perNode = Number(setting('cluster.max_shards_per_node') ?? 0);
          const high = setting(`${WATERMARK}.high`);
          const flood = setting(`${WATERMARK}.flood_stage`);
          if (!(perNode > 0) || !high || !flood)
            throw new Error('the settings lack limits of shards and disks');
          return { watermarks: { high, flood } };
        }),
        part('disks', async () => disksOf(await get('/_cat/allocation', { format: 'json', bytes: 'b' }))),
        part('blocks', async () =>
          blocksOf(await get(`/${OURS}/_settings/index.blocks.*`, { ...LENIENT, flat_settings: true })),
        ),
        part('indices', async () =>
          indicesOf(
            await get(`/_cat/indices/${OURS}`, {
              format: 'json',
              bytes: 'b',
              h: 'index,health,docs.count,store.size',
              expand_wildcards: 'open,hidden',
            }),
          ),
        ),
        part('load', async () => {
          const [stats, pools] = await Promise.all([
            get<StatsAnswer>('/siem-logs-*/_stats/indexing,search', { ...LENIENT, level: 'cluster' }),
            get<PoolRow[]>('/_cat/thread_pool/write,search', { format: 'json', h: 'rejected' }),
          ]);
          return { counters: countersOf(stats, pools) };
        }),
      ]);
      const limit = perNode * (state.dataNodes ?? 0);
      if (limit > 0) state.shards = { open, limit };
      return state;
    },
  };
}

const WATERMARK = 'cluster.routing.allocation.disk.watermark';
const SETTINGS_QUERY = {
  include_defaults: true,
  flat_settings: true,
  // Flat names are one step of a path, so its dots are left to the asterisks.
  filter_path: '*.cluster*max_shards_per_node,*.cluster*watermark*',
};

interface HealthAnswer {
  status: NonNullable<ClusterState['status']>;
  number_of_data_nodes: number;
  active_shards: number;
  initializing_shards: number;
  unassigned_shards: number;
}

type SettingsAnswer = Partial<Record<'transient' | 'persistent' | 'defaults', Record<string, string>>>;

function disksOf(
  rows: Array<{ node: string; 'disk.total': string | null; 'disk.avail': string | null }>,
): Pick<ClusterState, 'disks'> {
  return {
    disks: rows.flatMap(({ node, 'disk.total': total, 'disk.avail': free }) =>
      // The row of shards without a node has no disk.
      total === null || free === null ? [] : [{ node, total: Number(total), free: Number(free) }],
    ),
  };
}

const BLOCKS = ['read_only', 'read_only_allow_delete', 'write'].map((name) => `index.blocks.${name}`);

function blocksOf(
  answer: Record<string, { settings: Record<string, string> }>,
): Pick<ClusterState, 'readOnly'> {
  const blocked = Object.entries(answer).filter(([, { settings }]) =>
    BLOCKS.some((block) => settings[block] === 'true'),
  );
  return { readOnly: blocked.map(([name]) => name).sort() };
}

function indicesOf(
  rows: Array<{ index: string; health: string; 'docs.count': string | null; 'store.size': string | null }>,
): Pick<ClusterState, 'indices'> {
  return {
    indices: rows.map(({ index, health, 'docs.count': docs, 'store.size': bytes }) => ({
      name: index,
      health,
      docs: Number(docs ?? 0),
      bytes: Number(bytes ?? 0),
    })),
  };
}

interface StatsAnswer {
  _all: {
    total: {
      indexing?: { index_total: number; index_time_in_millis: number };
      search?: { query_total: number; query_time_in_millis: number };
    };
  };
}

interface PoolRow {
  rejected: string;
}

function countersOf(
  { _all: { total } }: StatsAnswer,
  pools: PoolRow[],
): NonNullable<ClusterState['counters']> {
  return {
    rejected: pools.reduce((sum, { rejected }) => sum + Number(rejected), 0),
    indexed: total.indexing?.index_total ?? 0,
    indexMs: total.indexing?.index_time_in_millis ?? 0,
    searches: total.search?.query_total ?? 0,
    searchMs: total.search?.query_time_in_millis ?? 0,
  };
}
