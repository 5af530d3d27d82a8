/** Tells what the demo does, each step with the time it took. */
export interface Steps {
  /** Runs `work`, then prints the title with what it returns in `say`. */
  run<T>(title: string, work: () => Promise<T>, say?: (result: T) => string): Promise<T>;
  /** Seconds since the start. */
  elapsed(): number;
}

/** Steps whose clock starts now. */
export function createSteps(print: (line: string) => void = console.log, now = Date.now): Steps {
  const start = now();
  const seconds = (since: number) => (now() - since) / 1_000;
  return {
    async run(title, work, say) {
      const began = now();
      const result = await work();
      const detail = say ? `: ${say(result)}` : '';
      print(`${clock(seconds(start))}  ${title}${detail}  (${seconds(began).toFixed(1)} s)`);
      return result;
    },
    elapsed: () => seconds(start),
  };
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
