import { describeErrors } from '../../../common/codec';
import { durationMs } from '../../../common/duration';
import { fieldsCodec, type FieldValues } from '../../../common/field';
import type { RuleInput } from '../../../common/rule';
import { SiemError } from '../errors';
import { parseCron } from './cron';
import type { RuleType, Windows } from './rule_type';

/** Events are found by the minute or so; a shorter interval would only search the same again. */
const SHORTEST_INTERVAL = 10_000;
/** Windows that overlap are as many aggregations of one search. */
const MOST_OVERLAPPING = 60;

/**
 * Checks what can be checked without searching: parameters, windows, cron line. Returns the parameters with those left out filled in. Fails
 * with `invalid_input`; messages name the field.
 */
export function checkShape(
  rule: Pick<RuleInput, 'params' | 'interval' | 'index' | 'cron'>,
  type: RuleType,
): { params: FieldValues; windows: Windows } {
  const params = fieldsCodec(type.fields).decode(rule.params);
  if (params._tag === 'Left') {
    const lines = describeErrors(params.left).map((line) => `params.${line}`);
    throw new SiemError('invalid_input', lines.join('; '));
  }
  type.check?.(params.right, rule.interval);
  const window = type.windowOf(params.right, rule.interval);
  const windows = {
    timeField: rule.index.timeField,
    length: durationMs(window),
    every: durationMs(rule.interval),
  };
  checkWindows(windows, rule.interval, window);
  if (rule.cron !== undefined) parseCron(rule.cron);
  return { params: params.right, windows };
}

function checkWindows({ length, every }: Windows, interval: string, window: string): void {
  if (every < SHORTEST_INTERVAL) {
    throw new SiemError('invalid_input', `interval: ${interval} is too short; the shortest is 10s.`);
  }
  if (every > length || length % every !== 0) {
    throw new SiemError(
      'invalid_input',
      `interval: ${interval} must go into the window of ${window} without a rest, such as 1m or 5m into 10m.`,
    );
  }
  if (length / every > MOST_OVERLAPPING) {
    throw new SiemError(
      'invalid_input',
      `interval: ${interval} is too short for a window of ${window}; it must be at least a ${MOST_OVERLAPPING}th of it.`,
    );
  }
}
