import type { RuleSample } from '../../../../common/rule';
import { SiemError } from '../../errors';
import type { Clause } from '../clauses';

/** Tells of events that are nowhere indexed whether a query would find them, were they events of the index pattern. */
export interface SampleMatcher {
  matches(pattern: string, events: ReadonlyArray<Record<string, unknown>>, query: Clause): Promise<boolean[]>;
}

/** Fails with `invalid_input` where a sample kept with the rule is not found though it must be, or is though it must not; names them all. */
export async function checkSamples(
  matcher: SampleMatcher,
  pattern: string,
  samples: readonly RuleSample[],
  query: Clause,
): Promise<void> {
  if (samples.length === 0) return;
  const found = await matcher.matches(
    pattern,
    samples.map(({ event }) => event),
    query,
  );
  const wrong = samples.flatMap(({ name, expect }, index) => {
    const hit = found[index] === true;
    if (hit === (expect === 'hit')) return [];
    return [
      `samples.${index}: "${name}" must ${expect === 'hit' ? 'be found, and is not' : 'not be found, and is'}`,
    ];
  });
  if (wrong.length > 0) {
    throw new SiemError(
      'invalid_input',
      `${wrong.join('; ')}. Change the query and filters, or the samples.`,
    );
  }
}
