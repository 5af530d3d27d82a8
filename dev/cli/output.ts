import type { Writable } from 'stream';

/** Lines on their way to a stream that may be slower than we are. */
export interface LineOutput {
  write(line: string): void;
  /** Resolves when there is room again. */
  ready(): Promise<void> | undefined;
}

/** Writes lines; whoever reads them may stop at any time (`| head`), which ends the command quietly. */
export function lineOutput(stream: Writable): LineOutput {
  let full = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    write(line) {
      full = !stream.write(`${line}\n`);
    },
    ready() {
      if (!full) return undefined;
      return new Promise((resolve) => {
        stream.once('drain', () => {
          full = false;
          resolve();
        });
      });
    },
  };
}
