import type { AlertDocument } from '../../../common/alert';

/**
 * Puts load balancer events of the last minutes into OpenSearch, past ingestion, as `siem-logs-*` holds them.
 * @param events fields of each event; the time is added
 */
export async function putEvents(opensearchUrl: string, events: object[]): Promise<void> {
  const now = Date.now();
  const lines = events.flatMap((event, position) => [
    { create: {} },
    { '@timestamp': new Date(now - (position + 1) * 10_000).toISOString(), type: 'elblogs', ...event },
  ]);
  await put(opensearchUrl, `siem-logs-elblogs-e2e-${month(now)}`, lines);
}

/** Puts an alert into OpenSearch, past the rules. */
export async function putAlert(opensearchUrl: string, alert: AlertDocument): Promise<void> {
  await put(opensearchUrl, `siem-alerts-${month(Date.now())}`, [{ create: { _id: alert.alert.id } }, alert]);
}

async function put(opensearchUrl: string, index: string, lines: object[]): Promise<void> {
  const answer = await fetch(`${opensearchUrl}/${index}/_bulk?refresh=true`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  });
  const { errors } = (await answer.json()) as { errors?: boolean };
  if (errors !== false) throw new Error(`OpenSearch took not all of ${lines.length / 2} documents.`);
}

const month = (time: number) => new Date(time).toISOString().slice(0, 7).replace('-', '.');
