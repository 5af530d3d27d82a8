import { objectOf } from '../../json_value';
import type { ObjectContext, ParseOutcome, RecordParser } from '../../log_type';
import { keyFacts } from '../../object_key';
import type { Row } from '../../row';
import { parseIsoTime } from '../../time';
import { COLUMNS, layout, other, type Setter, STANDARD_FIELDS } from './columns';

const TIMESTAMP = layout.slot('@timestamp');
const ACCOUNT = layout.slot('cloud.account.id');
const OUTCOME = layout.slot('event.outcome');
const STATUS = layout.slot('http.response.status_code');
const DISTRIBUTION = layout.slot('aws.cloudfront.distribution_id');

/** Standard logs had this many fields before more were added behind them. */
const LEAST_FIELDS = 18;
const OPEN_OBJECT = 123;
const HASH = 35;

interface Format {
  names: readonly string[];
  setters: readonly Setter[];
  date: number;
  time: number;
}

function formatOf(names: readonly string[]): Format {
  return {
    names,
    setters: names.map(setterOf),
    date: names.indexOf('date'),
    time: names.indexOf('time'),
  };
}

function setterOf(name: string): Setter {
  return COLUMNS.get(name) ?? other(name);
}

const STANDARD = formatOf(STANDARD_FIELDS);

/** Reads standard logs: lines with the fields that the `#Fields` line names, or JSON objects of standard logging v2. */
export class CloudFrontParser implements RecordParser<string> {
  private format = STANDARD;
  private hasHeader = false;
  private readonly account: string | undefined;
  private readonly distribution: string | undefined;

  constructor({ key }: ObjectContext) {
    this.account = keyFacts(key).accountId;
    this.distribution = distributionOf(key);
  }

  parse(line: string, row: Row): ParseOutcome {
    const first = line.charCodeAt(0);
    if (first === HASH) return this.readHeader(line);
    row.set(ACCOUNT, this.account);
    row.set(DISTRIBUTION, this.distribution);
    const refusal = first === OPEN_OBJECT ? setJson(row, line) : this.setFields(row, line);
    if (refusal !== undefined) return { reject: refusal };
    const status = row.get(STATUS);
    const failed = status !== undefined && (Number(status) >= 400 || Number(status) === 0);
    row.set(OUTCOME, status === undefined ? 'unknown' : failed ? 'failure' : 'success');
    return 'event';
  }

  private readHeader(line: string): ParseOutcome {
    if (line.startsWith('#Fields:')) {
      this.format = formatOf(line.slice(8).trim().split(/\s+/));
      this.hasHeader = true;
    }
    return { skip: 'header line' };
  }

  private setFields(row: Row, line: string): string | undefined {
    const { names, setters, date, time } = this.format;
    const values = line.split('\t');
    const count = values.length;
    if (count > names.length || (count < names.length && (this.hasHeader || count < LEAST_FIELDS))) {
      return this.hasHeader
        ? `The line has ${count} fields, the header line names ${names.length}.`
        : `The line has ${count} fields, standard logs have ${names.length}, and no header line names others.`;
    }
    for (let at = 0; at < count; at++) {
      const value = values[at] as string;
      if (value === '-' || value === '') continue;
      if (!(setters[at] as Setter)(row, value)) return describe(names[at] as string, value);
    }
    setTime(row, values[date], values[time]);
    return undefined;
  }
}

function setJson(row: Row, text: string): string | undefined {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return 'The record is not a JSON object.';
  }
  const fields = objectOf(record) ?? {};
  for (const name in fields) {
    const value = fields[name];
    if (value === null || value === '' || value === '-') continue;
    const valueText = typeof value === 'object' ? JSON.stringify(value) : String(value);
    if (!setterOf(name)(row, valueText)) return describe(name, valueText);
  }
  setTime(row, fields.date, fields.time);
  return undefined;
}

function describe(name: string, value: string): string {
  return `"${name}" cannot be ${JSON.stringify(value.slice(0, 100))}.`;
}

/** Seconds are all that date and time of day tell, so a time in milliseconds wins. */
function setTime(row: Row, date: unknown, time: unknown): void {
  if (row.timestamp === undefined && typeof date === 'string' && typeof time === 'string') {
    row.setTime(TIMESTAMP, parseIsoTime(`${date}T${time}Z`));
  }
}

/** `<distribution>.<yyyy-mm-dd-hh>.<unique>.gz`, or the folder below `CloudFront/`. */
function distributionOf(key: string): string | undefined {
  const match =
    /(?:^|\/)([A-Z0-9]{10,20})\.\d{4}-\d\d-\d\d-\d\d\.|\/CloudFront\/(?:DistributionId=)?([A-Z0-9]{10,20})\//.exec(
      key,
    );
  return match?.[1] ?? match?.[2];
}
