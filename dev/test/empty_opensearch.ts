/** Removes every index and our templates from the OpenSearch at `url`, so that nothing lives off what ran before. Only for one that we started. */
export async function emptyOpenSearch(url: string): Promise<void> {
  for (const path of ['*?expand_wildcards=all', '_index_template/siem-*']) {
    await fetch(`${url}/${path}`, { method: 'DELETE' });
  }
}
