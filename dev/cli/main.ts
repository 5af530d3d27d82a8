import { readArguments, USAGE, UsageError } from './arguments';
import { lineOutput } from './output';
import { parseFile } from './parse_command';

/** Exit codes: 0 done, 1 the file could not be read whole, 2 the command was called wrongly. */
async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2));
  if (!options) {
    process.stdout.write(USAGE);
    return 0;
  }
  const whole = await parseFile(options, {
    stdin: process.stdin,
    events: lineOutput(process.stdout),
    rejects: lineOutput(process.stderr),
    now: Date.now(),
  });
  return whole ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    const isUsage = error instanceof UsageError;
    process.stderr.write(isUsage ? `${error.message}\n\n${USAGE}` : `${error.message}\n`);
    process.exitCode = isUsage ? 2 : 1;
  },
);
