import type { SiemError } from '../errors';
import type { BulkItemFailure, EventIndex } from '../ports';
import { type BulkBody, BulkBodyBuilder, bulkAction, itemsOf } from './bulk_body';
import { rejectIndexName } from './index_name';
import type { ObjectJob } from './object_job';
import { rejectDocuments } from './reject_document';
import { type RetryParts, untilDone } from './retry';

export interface DeliveryCounts {
  /** Items of the bodies delivered so far, refused events included. */
  events: number;
  rejects: number;
  /** Events that were in the index already, mostly from an attempt before. */
  duplicates: number;
  /** Events that OpenSearch refused and that are rejects now. */
  refused: number;
}

export interface Delivery {
  /** Resolves when each item of the body is indexed, was there already or became a reject. Never loses one. */
  deliver(body: BulkBody): Promise<void>;
  readonly counts: DeliveryCounts;
}

interface Parts extends RetryParts {
  eventIndex: EventIndex;
  signal: AbortSignal;
  onTrouble(error: SiemError | undefined): void;
}

/** Sends the bodies of one object: whole bodies and items that can succeed later are sent again, refused items become rejects. */
export function openDelivery(job: ObjectJob, parts: Parts): Delivery {
  const { eventIndex, signal, onTrouble } = parts;
  const counts = { events: 0, rejects: 0, duplicates: 0, refused: 0 };
  const toReject = rejectDocuments(job.source, job.object, job.ingestedAt);
  const rejectAction = bulkAction(job.operation, rejectIndexName(job.object.lastModified));

  async function deliver(body: BulkBody): Promise<void> {
    let left: BulkBody | undefined = body;
    await untilDone(
      async () => {
        if (!left) return;
        const answer = await eventIndex.bulk(left.bytes, left.items, signal);
        if (body.kind === 'events') counts.duplicates += answer.duplicates;
        const refused = answer.failures.filter(({ error }) => error.code === 'opensearch_rejected');
        const others = answer.failures.filter(({ error }) => error.code !== 'opensearch_rejected');
        if (refused.length > 0) await reject(left, refused);
        left = others.length > 0 ? itemsAgain(left, others) : undefined;
        if (others[0]) throw others[0].error;
      },
      parts,
      signal,
      onTrouble,
    );
  }

  async function reject(body: BulkBody, failures: BulkItemFailure[]): Promise<void> {
    // A reject holds plain text and keywords only: one that is refused is a mistake to be seen, not a reject of its own.
    if (body.kind === 'rejects') throw failures[0]?.error;
    counts.refused += failures.length;
    const bodies: BulkBody[] = [];
    const builder = new BulkBodyBuilder('rejects', (full) => bodies.push(full));
    const items = itemsOf(body.bytes, new Set(failures.map(({ item }) => item)));
    for (const { item, type, reason } of failures) {
      const raw = items.get(item)?.document ?? '';
      const { id, document } = toReject({
        raw,
        reason: `OpenSearch refused the event: ${type}: ${reason}`,
        position: positionOf(raw),
      });
      builder.add(rejectAction, id, document);
    }
    builder.flush();
    for (const full of bodies) await deliver(full);
  }

  return {
    counts,
    async deliver(body) {
      await deliver(body);
      counts[body.kind] += body.items;
    },
  };
}

function positionOf(document: string): number {
  return (JSON.parse(document) as { log: { offset: number } }).log.offset;
}

function itemsAgain(body: BulkBody, failures: BulkItemFailure[]): BulkBody {
  const items = itemsOf(body.bytes, new Set(failures.map(({ item }) => item)));
  const text = [...items.values()].map(({ action, document }) => `${action}\n${document}\n`).join('');
  return { ...body, bytes: Buffer.from(text), items: items.size };
}
