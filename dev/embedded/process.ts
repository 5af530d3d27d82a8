import { type ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { mkdirSync, readFileSync, rmSync } from 'fs';
import { dirname, join } from 'path';
import { type Readable, type Writable } from 'stream';

const SUPERVISOR = join(__dirname, 'supervisor.cjs');

export interface ProcessOptions {
  /** For messages: "OpenSearch". */
  name: string;
  command: string;
  args: string[];
  /** Standard output and error are appended here, and its tail goes into errors; without one they are those of this process. */
  logFile?: string;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** How long a polite end (SIGTERM) may take before SIGKILL; 5 seconds unless given. */
  graceMs?: number;
  /** Removed when the program is stopped, also when this process was killed; a program that died by itself leaves it. */
  removeDir?: string;
}

export interface RunningProcess {
  /** Process id of the program itself. */
  pid: number;
  running(): boolean;
  /** Settles when the program has ended, with its exit code. */
  exited: Promise<number>;
  /** Ends the program and all that it started; resolves when they are gone. `keepDir` spares `removeDir`. */
  stop(options?: { keepDir?: boolean }): Promise<void>;
  /** The last lines of its log. */
  logTail(lines?: number): string;
}

/**
 * Starts a program that ends when this process does, whatever ends it. It does not keep this process alive by itself.
 *
 * @throws Error with the end of the log if the program cannot be started
 */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  if (options.logFile) mkdirSync(dirname(options.logFile), { recursive: true });
  const { command, args, cwd, logFile, graceMs = 5_000, removeDir } = options;
  const order = { command, args, cwd, logFile, graceMs, removeDir };
  const supervisor = spawn(process.execPath, [SUPERVISOR, JSON.stringify(order)], {
    // Out of the terminal's group: Ctrl-C ends us, and our end is what ends the program.
    detached: true,
    // The last two are our own output and error, for a program without a log file.
    stdio: ['pipe', 'pipe', 'ignore', 1, 2],
    // Options meant for this process (a debugger, a TypeScript loader) are no business of the supervisor.
    env: { ...process.env, ...options.env, NODE_OPTIONS: '' },
  }) as ChildProcess & { stdin: Writable; stdout: Readable };
  let code: number | undefined;
  const exited = once(supervisor, 'exit').then(([exitCode]) => (code = (exitCode as number | null) ?? 1));
  supervisor.stdin.on('error', () => undefined);
  const logTail = (lines = 15) => tail(options.logFile, lines);

  const [line] = (await Promise.race([once(supervisor.stdout, 'data'), exited.then(() => [''])])) as [Buffer];
  const pid = Number.parseInt(line.toString(), 10);
  if (!Number.isInteger(pid)) {
    await exited;
    throw new Error(`${options.name} could not be started:\n${logTail()}`);
  }

  const { stdin, stdout } = supervisor;
  const handles = [supervisor, stdin, stdout] as unknown as Array<{
    ref(): void;
    unref(): void;
  }>;
  for (const handle of handles) handle.unref();
  return {
    pid,
    exited,
    running: () => code === undefined,
    logTail,
    async stop({ keepDir = false } = {}) {
      supervisor.ref();
      supervisor.stdin.end(keepDir ? 'keep' : '');
      await exited;
      if (removeDir && !keepDir) rmSync(removeDir, { recursive: true, force: true });
    },
  };
}

function tail(file: string | undefined, lines: number): string {
  if (file === undefined) return '(see above)';
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '(no output)';
  }
}
