import { createSteps } from './steps';

describe('createSteps', () => {
  it('prints each step with when it ended, what came of it and how long it took', async () => {
    let time = 0;
    const printed: string[] = [];
    const steps = createSteps(
      (line) => printed.push(line),
      () => time,
    );
    await steps.run('Wait', async () => (time += 2_500));
    await steps.run(
      'Count',
      async () => (time += 60_000),
      (result) => `${result} ms`,
    );
    expect(printed).toEqual(['0:02  Wait  (2.5 s)', '1:02  Count: 62500 ms  (60.0 s)']);
    expect(steps.elapsed()).toBe(62.5);
  });
});
