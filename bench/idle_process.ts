import { spawn } from 'child_process';

const SCRIPT = `
const delay = require('perf_hooks').monitorEventLoopDelay({ resolution: 10 });
delay.enable();
process.stdin.resume().on('end', () => {
  console.log(JSON.stringify({ p50: delay.percentile(50) / 1e6, p99: delay.percentile(99) / 1e6 }));
  process.exit();
});`;

/** Milliseconds. */
export interface Delay {
  p50: number;
  p99: number;
}

/** A Node process that does nothing but measure how late its event loop is: what this machine does to any process at this time. */
export function startIdleProcess(): { stop(): Promise<Delay> } {
  const child = spawn(process.execPath, ['-e', SCRIPT], { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<Delay>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(JSON.parse(output) as Delay));
  });
  return {
    stop() {
      child.stdin.end();
      return ended;
    },
  };
}
