import { hostname } from 'os';
import type { NodeHealth } from '../../common/health';
import { createCluster } from '../adapters/opensearch/cluster';
import { createEventRemoval } from '../adapters/opensearch/event_removal';
import { createHealthLog } from '../adapters/opensearch/health_log';
import { createLedgerSearch } from '../adapters/opensearch/ledger_search';
import { CHECK_EVERY, checkHealth } from '../core/health/check_health';
import { createHealthBook } from '../core/health/health_book';
import { createNodeBeat } from '../core/health/nodes';
import type { ListService } from '../core/lists/lists';
import type { ChannelService } from '../core/manage/channels';
import type { RuleService } from '../core/manage/rules';
import type { SourceService } from '../core/manage/sources';
import { createDataDeletions } from '../core/source_detail/delete_data';
import type { Foundation } from './foundation';

const DELETE_EVERY = 10_000;

interface Parts {
  sources: SourceService;
  rules: RuleService;
  channels: ChannelService;
  lists: ListService;
  /** Unlike any other process's, and the one that leases are held under. */
  owner: string;
  version: string;
  worker(): NodeHealth['worker'];
  forgetSource(id: string): Promise<void>;
}

/** How everything does: what nodes say, the check of all that can be wrong, and what becomes of a deleted source's data. */
export function composeHealth({ config, clock, logger, client, state }: Foundation, parts: Parts) {
  const { sources, rules, channels, lists, owner, version, worker } = parts;
  const cluster = createCluster(client);
  const book = createHealthBook({ state, log: createHealthLog(client), clock });
  const listSources = () => sources.list();
  const checks = {
    state,
    clock,
    book,
    cluster,
    sources: listSources,
    rules: () => rules.list(),
    channels: () => channels.list(),
    lists: () => lists.list(),
  };
  const deletions = createDataDeletions({
    state,
    clock,
    events: createEventRemoval(client),
    sourceIds: async () => new Set((await sources.list()).map(({ id }) => id)),
    forget: parts.forgetSource,
  });
  const node = { key: owner, name: hostname(), version, roles: [...config.nodeRoles] };
  return {
    health: { state, clock, book, cluster, sources: listSources },
    detail: { objects: createLedgerSearch(client), deletions },
    beat: createNodeBeat({ state, clock, logger, node, worker }),
    jobs: [
      {
        id: 'health:check',
        every: CHECK_EVERY,
        run: ({ signal }: { signal: AbortSignal }) => checkHealth(checks, signal),
      },
      { id: 'source_data:delete', every: DELETE_EVERY, run: deletions.run },
    ],
  };
}
