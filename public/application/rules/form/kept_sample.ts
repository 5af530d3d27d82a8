import { i18n } from '@osd/i18n';
import type { RuleSample } from '../../../../common/rule';

/** A sample made of an event, with a name that none of `others` has. */
export function keptSample(
  event: RuleSample['event'],
  expect: RuleSample['expect'],
  others: readonly RuleSample[],
): RuleSample {
  const names = new Set(others.map(({ name }) => name));
  let number = others.length + 1;
  while (names.has(nameOf(number))) number += 1;
  return { name: nameOf(number), expect, event };
}

function nameOf(number: number): string {
  return i18n.translate('awsSiem.samples.defaultName', {
    defaultMessage: 'Event {number}',
    values: { number },
  });
}
