import { isIp } from '../../ip';
import { type Json, objectOf } from '../../json_value';
import { keyValues } from '../../key_values';
import type { ObjectContext, ParseOutcome, RecordParser } from '../../log_type';
import { keyFacts, objectTime } from '../../object_key';
import type { Row } from '../../row';
import { layoutOf } from '../../row_layout';
import { JSON_FIELDS, USUAL_NAMES } from './fields';
import { usualTime } from './usual_time';

const layout = layoutOf(JSON_FIELDS);
const TIMESTAMP = layout.slot('@timestamp');
const ACCOUNT = layout.slot('cloud.account.id');
const REGION = layout.slot('cloud.region');
const MESSAGE = layout.slot('message');
const LEVEL = layout.slot('log.level');
const SOURCE_IP = layout.slot('source.ip');
const USER_NAME = layout.slot('user.name');
const RELATED_IP = layout.slot('related.ip');
const RELATED_USER = layout.slot('related.user');
const OBJECT = layout.slot('json.object');
const KV = layout.slot('json.kv');

/** Keeps JSON objects of any shape whole, and finds time, message, address and user under their usual names. */
export class JsonParser implements RecordParser<Json> {
  private readonly account: string | undefined;
  private readonly region: string;
  private readonly fallbackTime: number;

  constructor(context: ObjectContext) {
    const facts = keyFacts(context.key);
    this.account = facts.accountId;
    this.region = facts.region ?? context.region;
    this.fallbackTime = objectTime(context);
  }

  parse(record: Json, row: Row): ParseOutcome {
    const time = find(record, USUAL_NAMES.time, (value) => !Number.isNaN(usualTime(value)));
    row.setTime(TIMESTAMP, time === undefined ? this.fallbackTime : usualTime(time));
    row.set(ACCOUNT, this.account);
    row.set(REGION, this.region);
    row.set(MESSAGE, findText(record, USUAL_NAMES.message));
    row.set(LEVEL, findText(record, USUAL_NAMES.level));
    const address = findText(record, USUAL_NAMES.address, isIp);
    row.set(SOURCE_IP, address);
    row.add(RELATED_IP, address);
    const user = findText(record, USUAL_NAMES.user);
    row.set(USER_NAME, user);
    row.add(RELATED_USER, user);
    row.setObject(OBJECT, record);
    row.setList(KV, keyValues(record));
    return 'event';
  }
}

function findText(
  record: Json,
  names: readonly string[],
  fits: (text: string) => boolean = () => true,
): string | undefined {
  return find(record, names, (value) => typeof value === 'string' && value !== '' && fits(value)) as
    string | undefined;
}

function find(record: Json, names: readonly string[], fits: (value: unknown) => boolean): unknown {
  for (const name of names) {
    const value = record[name] ?? nested(record, name);
    if (value !== undefined && fits(value)) return value;
  }
  return undefined;
}

function nested(record: Json, path: string): unknown {
  const dot = path.indexOf('.');
  return dot < 0 ? undefined : objectOf(record[path.slice(0, dot)])?.[path.slice(dot + 1)];
}
