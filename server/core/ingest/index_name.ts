/**
 * The index of an event: a pure function of its type, namespace and time, so that the same event always meets its own id again.
 * Rotation is monthly, in UTC.
 */
export function eventIndexName(type: string, namespace: string, timestamp: number): string {
  return `siem-logs-${type}-${namespace}-${monthOf(timestamp)}`;
}

/** The index of what could not be read or indexed, by the month in which S3 got the object. */
export function rejectIndexName(lastModified: number): string {
  return `siem-rejects-${monthOf(lastModified)}`;
}

/** `yyyy.MM` of a time in epoch milliseconds. */
export function monthOf(timestamp: number): string {
  return new Date(timestamp).toISOString().slice(0, 7).replace('-', '.');
}

/** The first and the first no longer millisecond of the index's span of time that `timestamp` is in. */
export function rotationSpan(timestamp: number): { from: number; to: number } {
  const date = new Date(timestamp);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { from: Date.UTC(year, month), to: Date.UTC(year, month + 1) };
}
