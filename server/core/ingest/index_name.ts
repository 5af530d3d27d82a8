/** The index of what could not be read or indexed, by the month in which S3 got the object. */
export function rejectIndexName(lastModified: number): string {
  return `siem-rejects-${monthOf(lastModified)}`;
}

/** `yyyy.MM` of a time in epoch milliseconds. */
export function monthOf(timestamp: number): string {
  return new Date(timestamp).toISOString().slice(0, 7).replace('-', '.');
}
