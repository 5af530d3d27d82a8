import type { OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import { healthDocument } from '../../core/health/health_document';
import type { HealthLog } from '../../core/health/ports';
import { monthOf } from '../../core/ingest/index_name';
import { fromClientError, siemErrorOf } from './errors';

/** `HealthLog` in `siem-health-<month>`, the month of the change. */
export function createHealthLog(client: OpenSearchClient): HealthLog {
  return {
    async record(events) {
      if (events.length === 0) return;
      const body = events.flatMap((event) => [
        { create: { _index: `siem-health-${monthOf(event.at)}`, _id: event.id } },
        healthDocument(event),
      ]);
      try {
        const answer = await client.bulk<{
          items: Array<{ create: { status: number; error?: { type: string; reason: string } } }>;
        }>({ body });
        for (const { create } of answer.body.items) {
          const { status, error } = create;
          if (error && status !== 409) throw siemErrorOf(status, error.type, error.reason);
        }
      } catch (thrown) {
        throw fromClientError(thrown);
      }
    },
  };
}
