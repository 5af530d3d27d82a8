const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

let lastDay = '';
let lastDayMs = NaN;

/** Milliseconds since 1970 of `06/Feb/2026:00:00:38 +0000`; NaN for anything else. */
export function parseLogTime(text: string): number {
  if (text.length !== 26 || !text.endsWith(' +0000')) return NaN;
  const day = text.slice(0, 11);
  if (day !== lastDay) {
    lastDayMs = parseDay(day);
    lastDay = day;
  }
  const hour = digits(text, 12);
  const minute = digits(text, 15);
  const second = digits(text, 18);
  if (!(hour < 24 && minute < 60 && second < 61)) return NaN;
  return lastDayMs + ((hour * 60 + minute) * 60 + second) * 1_000;
}

function parseDay(day: string): number {
  const month = MONTHS.indexOf(day.slice(3, 6));
  if (month < 0 || month % 3 !== 0) return NaN;
  const date = digits(day, 0);
  const year = digits(day, 7) * 100 + digits(day, 9);
  return date >= 1 && date <= 31 ? Date.UTC(year, month / 3, date) : NaN;
}

/** The number of two digits at `at`; NaN if they are none. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
