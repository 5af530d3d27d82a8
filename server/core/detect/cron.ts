import { SiemError } from '../errors';

/** Times at which something happens: five fields (minute, hour, day of the month, month, day of the week), UTC. */
export interface Cron {
  /** The first time after `time`, epoch milliseconds. */
  next(time: number): number;
}

interface Field {
  name: string;
  min: number;
  max: number;
  names?: readonly string[];
}

const FIELDS: readonly Field[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of the month', min: 1, max: 31 },
  {
    name: 'month',
    min: 1,
    max: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  {
    name: 'day of the week',
    min: 0,
    max: 7,
    names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
  },
];

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** 29 February on a given weekday comes at least once in so many years. */
const FURTHEST = 41 * 366 * DAY;

/**
 * Reads a cron line as crontab(5) of Vixie cron has it: lists, ranges, steps, names; where both days are given, either is enough.
 * Fails with `invalid_input` and the field at fault, also where no day of any year fits.
 */
export function parseCron(line: string): Cron {
  const parts = line.trim().split(/\s+/);
  if (parts.length !== FIELDS.length) {
    throw invalid(`must have five fields (minute, hour, day, month, weekday) and has ${parts.length}`);
  }
  const sets = FIELDS.map((field, index) => valuesOf(parts[index] ?? '', field));
  const [minutes, hours, days, months, weekdays] = sets as [
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
  ];
  if (weekdays.has(7)) weekdays.add(0);
  const either = !parts[2]?.startsWith('*') && !parts[4]?.startsWith('*');

  function isDay(midnight: number): boolean {
    const date = new Date(midnight);
    if (!months.has(date.getUTCMonth() + 1)) return false;
    const day = days.has(date.getUTCDate());
    const weekday = weekdays.has(date.getUTCDay());
    return either ? day || weekday : day && weekday;
  }

  function next(time: number): number {
    const start = (Math.floor(time / MINUTE) + 1) * MINUTE;
    for (let midnight = Math.floor(start / DAY) * DAY; midnight < start + FURTHEST; midnight += DAY) {
      if (!isDay(midnight)) continue;
      for (const hour of hours) {
        for (const minute of minutes) {
          const found = midnight + (hour * 60 + minute) * MINUTE;
          if (found >= start) return found;
        }
      }
    }
    throw invalid('names a day that never comes');
  }

  next(0);
  return { next };
}

/** In ascending order. */
function valuesOf(text: string, field: Field): Set<number> {
  const values = text.split(',').flatMap((part) => {
    const match = /^(\*|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) throw invalid(`has "${part}" as its ${field.name}`);
    const [, range, low, high, step] = match;
    const from = range === '*' ? field.min : numberOf(low ?? '', field);
    const open = range === '*' || (step !== undefined && high === undefined);
    const to = open ? field.max : numberOf(high ?? low ?? '', field);
    const by = step === undefined ? 1 : Number(step);
    if (by < 1 || to < from) throw invalid(`has "${part}" as its ${field.name}`);
    return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, n) => from + n * by);
  });
  return new Set(values.sort((a, b) => a - b));
}

function numberOf(text: string, { name, min, max, names }: Field): number {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  const value = named >= 0 ? named + min : Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw invalid(`has "${text}" as its ${name}, which goes from ${min} to ${max}`);
  }
  return value;
}

function invalid(problem: string): SiemError {
  return new SiemError(
    'invalid_input',
    `cron: ${problem}; such as "*/15 * * * *" or "0 6 * * mon-fri" (UTC).`,
  );
}
