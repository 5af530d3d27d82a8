import type { OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import type { AlertWrite, AlertWriter } from '../../core/detect/ports';
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
  update: { status: number; result?: string; error?: { type: string; reason: string } };
}

/** Writes alerts into `siem-alerts-<month>` and waits until searches see them. */
export function createAlertWriter(client: Pick<OpenSearchClient, 'bulk'>): AlertWriter {
  async function writeBulk(writes: AlertWrite[]): Promise<Array<'done' | 'fenced' | Error>> {
    try {
      const { body } = await client.bulk<{ items: BulkItem[] }>({
        refresh: 'wait_for',
        body: writes.flatMap(linesOf),
      });
      return body.items.map(outcomeOf);
    } catch (error) {
      throw fromClientError(error);
    }
  }

  return {
    async write(writes, signal) {
      const outcomes: Array<'done' | 'fenced' | Error> = [];
      for (let start = 0; start < writes.length; start += WRITES_PER_BULK) {
        signal?.throwIfAborted();
        outcomes.push(...(await writeBulk(writes.slice(start, start + WRITES_PER_BULK))));
      }
      return outcomes;
    },
  };
}

function linesOf({ id, index, epoch, whenNew, top, alert }: AlertWrite): object[] {
  const script = { lang: 'painless', source: GROW, params: { epoch, top, alert } };
  return [{ update: { _index: index, _id: id, retry_on_conflict: 3 } }, { script, upsert: whenNew }];
}

function outcomeOf({ update: { status, result, error } }: BulkItem): 'done' | 'fenced' | Error {
  if (error) return siemErrorOf(status, error.type, error.reason);
  return result === 'noop' ? 'fenced' : 'done';
}
