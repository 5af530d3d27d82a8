/** A time in words of alerts, to the second: `2026-01-15 10:01:30 UTC`. */
export function timeText(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
