import type { OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import type { AlertWrite, AlertWriter, WrittenAlert } from '../../core/detect/ports';
import { fromClientError, siemErrorOf } from './errors';

const WRITES_PER_BULK = 500;

/** Sets only the evaluator's fields, and only if no later holder of the lease has written; `epoch` grows with each claim. */
const GROW = `
  if (ctx._source.alert.epoch > params.epoch) { ctx.op = 'none'; }
  else {
    for (def entry : params.top.entrySet()) { ctx._source[entry.getKey()] = entry.getValue(); }
    for (def entry : params.alert.entrySet()) { ctx._source.alert[entry.getKey()] = entry.getValue(); }
  }`;

interface BulkItem {
  update: {
    status: number;
    result?: string;
    error?: { type: string; reason: string };
    _seq_no: number;
    _primary_term: number;
  };
}

/** Writes alerts into `siem-alerts-<month>` and waits until searches see them. */
export function createAlertWriter(client: Pick<OpenSearchClient, 'bulk'>): AlertWriter {
  async function writeBulk(writes: AlertWrite[]): Promise<Array<WrittenAlert | 'fenced' | Error>> {
    try {
      const { body } = await client.bulk<{ items: BulkItem[] }>({
        // Waiting for the next refresh could take a second, and the evaluator has few of these calls under way.
        refresh: true,
        body: writes.flatMap(linesOf),
      });
      return body.items.map(outcomeOf);
    } catch (error) {
      throw fromClientError(error);
    }
  }

  return {
    async write(writes) {
      const outcomes: Array<WrittenAlert | 'fenced' | Error> = [];
      for (let start = 0; start < writes.length; start += WRITES_PER_BULK) {
        outcomes.push(...(await writeBulk(writes.slice(start, start + WRITES_PER_BULK))));
      }
      return outcomes;
    },

    async takeBack(alerts) {
      if (alerts.length === 0) return;
      const body = alerts.map(({ id, index, version: { seqNo, primaryTerm } }) => ({
        delete: { _index: index, _id: id, if_seq_no: seqNo, if_primary_term: primaryTerm },
      }));
      try {
        await client.bulk({ refresh: true, body });
      } catch (error) {
        throw fromClientError(error);
      }
    },
  };
}

function linesOf({ id, index, epoch, whenNew, top, alert }: AlertWrite): object[] {
  const script = { lang: 'painless', source: GROW, params: { epoch, top, alert } };
  return [{ update: { _index: index, _id: id, retry_on_conflict: 3 } }, { script, upsert: whenNew }];
}

function outcomeOf({ update }: BulkItem): WrittenAlert | 'fenced' | Error {
  const { status, result, error, _seq_no: seqNo, _primary_term: primaryTerm } = update;
  if (error) return siemErrorOf(status, error.type, error.reason);
  if (result === 'noop') return 'fenced';
  return result === 'created' ? { created: { seqNo, primaryTerm } } : {};
}
