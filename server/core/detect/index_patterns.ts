/** Where ingest puts events; the feed tells what changed there. */
export const OWN_INDICES = 'siem-logs-';

/** The parts of an index pattern's title, without those that exclude. */
export function patternsOf(title: string): string[] {
  return title.split(',').flatMap((part) => (part.trim().startsWith('-') ? [] : [part.trim()]));
}

/** Whether a pattern can match index names that begin with `prefix`; sometimes yes where it is no, which only costs a search. */
export function mayMatch(pattern: string, prefix: string): boolean {
  const literal = pattern.split('*', 1)[0] ?? '';
  return literal.startsWith(prefix) || (prefix.startsWith(literal) && literal !== pattern);
}
