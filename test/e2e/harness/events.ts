import { itemPath, type ListResponse, PATHS } from '../../../common/api';
import type { AlertDocument } from '../../../common/alert';
import { waitFor } from '../../../dev/embedded/wait';

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
  // Without the plugin's template the index would be of another form than all others.
  await waitFor('the template of events', () => hasTemplate(opensearchUrl), 60_000);
  await put(opensearchUrl, `siem-logs-elblogs-e2e-${month(now)}`, lines);
}

/** Takes away all rules, sources, alerts and events: what comes next finds a new installation. */
export async function removeAll(hostUrl: string, opensearchUrl: string): Promise<void> {
  const headers = { 'osd-xsrf': 'true' };
  for (const collection of [PATHS.rules, PATHS.sources]) {
    const { items } = (await (await fetch(`${hostUrl}${collection}`)).json()) as ListResponse<{ id: string }>;
    for (const { id } of items) {
      await fetch(`${hostUrl}${itemPath(collection, id)}`, { method: 'DELETE', headers });
    }
  }
  await fetch(`${opensearchUrl}/siem-logs-*`, { method: 'DELETE' });
  await fetch(`${opensearchUrl}/siem-alerts-*/_delete_by_query?refresh=true&conflicts=proceed`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: { match_all: {} } }),
  });
}

/** Puts an alert into OpenSearch, past the rules. */
export async function putAlert(opensearchUrl: string, alert: AlertDocument): Promise<void> {
  await put(opensearchUrl, `siem-alerts-${month(Date.now())}`, [{ create: { _id: alert.alert.id } }, alert]);
}

async function hasTemplate(opensearchUrl: string): Promise<true | undefined> {
  const answer = await fetch(`${opensearchUrl}/_index_template/siem-logs-elblogs*`);
  const { index_templates: templates = [] } = (await answer.json()) as { index_templates?: unknown[] };
  return templates.length > 0 ? true : undefined;
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
