/** Something that the person at the terminal can put right: its message is the whole story, a stack trace would only hide it. */
export class UserError extends Error {
  override name = 'UserError';
}

/** Runs a command of ours: a UserError ends it with its message and exit code 1, anything else with its stack. */
export function runMain(main: () => Promise<number | void>): void {
  main().then(
    (code) => {
      if (code !== undefined) process.exit(code);
    },
    (error: unknown) => {
      console.error(error instanceof UserError ? `\n${error.message}` : error);
      process.exit(1);
    },
  );
}
