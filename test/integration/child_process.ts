import { type ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { join } from 'path';
import type { ReadableSource } from '../../server/core/manage/sources';

const children: ChildProcess[] = [];

/** Runs a file of this folder for the source in a process of its own; resolves once it says that it has begun. */
export async function startChild(file: string, source: ReadableSource): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, file)], {
    env: { ...process.env, SOURCE: JSON.stringify(source) },
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
