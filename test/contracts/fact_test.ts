import { SERVER_FACTS, type FactId } from './coverage';

const tested: FactId[] = [];

/** The test of one fact of coverage.ts, which also gives it its name. */
export function factTest(id: FactId, run: () => Promise<void> | void): void {
  tested.push(id);
  test(`${id}: the host ${SERVER_FACTS[id].says}`, async () => run());
}

/** Ids of all tests declared so far in this file, in order, twice if declared twice. */
export const testedFacts = (): FactId[] => [...tested];
