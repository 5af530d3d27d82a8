'use strict';
/**
 * Runs one program for a parent process and never lets it outlive that parent: standard input is a pipe that the parent holds open, and the
 * kernel closes it however the parent ends, `kill -9` included. Started by process.ts as
 *   node supervisor.cjs '{"command", "args", "cwd", "logFile", "graceMs", "removeDir"}'
 * "keep" on standard input spares `removeDir` at the end.
 * Prints the program's process id on a line of its own; ends with the program's exit code.
 */
const { spawn } = require('child_process');
const fs = require('fs');

const { command, args, cwd, logFile, graceMs, removeDir } = JSON.parse(process.argv[2]);
// Without a log file, output and error are the parent's own, which it hands us as 3 and 4.
const [out, err] = logFile ? Array(2).fill(fs.openSync(logFile, 'a')) : [3, 4];
// A group of its own, so that whatever the program starts is ended with it and a terminal's Ctrl-C comes to us alone.
const child = spawn(command, args, { cwd, detached: true, stdio: ['ignore', out, err] });

function signalGroup(signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Gone already.
  }
}

let ending = false;
let keep = false;
function endWith(code) {
  signalGroup('SIGKILL');
  // A program that died by itself leaves its log to be read.
  if (removeDir && ending && !keep) fs.rmSync(removeDir, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}

function end() {
  if (ending) return;
  ending = true;
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), graceMs);
}

child.on('error', (error) => {
  fs.writeSync(err, `${error.message}\n`);
  endWith(127);
});
child.on('exit', (code, signal) => endWith(code ?? (signal ? 128 : 1)));
// The parent may be gone before the line is read.
process.stdout.on('error', () => undefined);
process.stdout.write(`${child.pid}\n`);
process.stdin.on('error', end).on('end', end).on('close', end);
process.stdin.on('data', (text) => (keep = String(text).startsWith('keep')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
