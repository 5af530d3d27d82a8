import { join } from 'path';
import { startProcess } from '../../dev/embedded/process';

/** What embedded_process.test.ts kills: starts a program that starts another one, and prints the process ids of both. */
const [, , dir = '', removeDir = ''] = process.argv;
const PROGRAM = `
const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
console.log(child.pid);
setInterval(() => undefined, 1000);
`;

async function main(): Promise<void> {
  const logFile = join(dir, 'log');
  const running = await startProcess({
    name: 'Program',
    command: process.execPath,
    args: ['-e', PROGRAM],
    logFile,
    removeDir,
  });
  const timer = setInterval(() => {
    const grandchild = running.logTail().trim();
    if (!/^\d+$/.test(grandchild)) return;
    clearInterval(timer);
    console.log(`${running.pid} ${grandchild}`);
    setInterval(() => undefined, 1_000);
  }, 50);
}

void main();
