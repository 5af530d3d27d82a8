/** Waits until none of them is at work any more, then fails with the first failure, if there is one. */
export async function allDone(work: Array<Promise<unknown>>): Promise<void> {
  const outcomes = await Promise.allSettled(work);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
