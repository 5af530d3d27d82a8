import { type ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { join } from 'path';

const children: ChildProcess[] = [];

/** Runs a file of this folder in a process of its own, its order as JSON in `ORDER`; resolves once it says that it has begun. */
export async function startChild(file: string, order: object): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, file)], {
    env: { ...process.env, ORDER: JSON.stringify(order) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}

/** Ends all that `startChild` has started and that still runs. */
export function killChildren(): void {
  for (const child of children) child.kill('SIGKILL');
}
