import { waitFor } from '../../../dev/embedded/wait';

/** Indexes documents once the plugin's own templates are there, which map them; its indices of logs and alerts need no more. */
export async function seedDocuments(
  opensearchUrl: string,
  documents: ReadonlyArray<{ index: string; document: object }>,
): Promise<void> {
  const names = [
    ...new Set(documents.map(({ index }) => /^siem-(?:logs-[^-]+|[^-]+)/.exec(index)?.[0] ?? '')),
  ];
  for (const name of names) {
    await waitFor(
      `template ${name}`,
      async () => (await fetch(`${opensearchUrl}/_index_template/${name}`)).ok || undefined,
      90_000,
    );
  }
  const lines = documents.flatMap(({ index, document }) => [{ index: { _index: index } }, document]);
  const answer = await fetch(`${opensearchUrl}/_bulk?refresh=true`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  });
  const { errors } = (await answer.json()) as { errors: boolean };
  if (!answer.ok || errors) throw new Error(`The documents were not indexed (${answer.status}).`);
}
