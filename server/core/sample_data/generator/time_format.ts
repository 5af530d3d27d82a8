const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-24T09:45:12Z`, as CloudTrail writes times. */
export function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** `2026-11-24T09:45:12.123456Z`, as load balancers write times. */
export function isoMicros(at: number): string {
  const micros = String(at % 997).padStart(3, '0');
  return `${new Date(at).toISOString().slice(0, 23)}${micros}Z`;
}

/** `[24/Nov/2026:09:45:12 +0000]`, as S3 writes times. */
export function apacheTime(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().slice(0, 19).split('T');
  const [year, month, day] = date.split('-');
  return `[${day}/${MONTHS[Number(month) - 1]}/${year}:${time} +0000]`;
}

/** `2026/11/24`, the folders of a day. */
export function dayPath(at: number): string {
  return new Date(at).toISOString().slice(0, 10).replace(/-/g, '/');
}

/** `20261124T0945Z`, the time in file names. */
export function compactMinute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace(/[-:]/g, '')}Z`;
}
