import { spawn } from 'child_process';
import { once } from 'events';
import { existsSync, mkdirSync, rmSync } from 'fs';
import { join } from 'path';
import { temporaryDir } from '../../dev/embedded/cache_dir';
import { startProcess } from '../../dev/embedded/process';
import { waitFor, waitUntilUp } from '../../dev/embedded/wait';

const PARENT = join(__dirname, 'embedded_process_parent.ts');
const SLEEPER = ['-e', 'setInterval(() => undefined, 1000)'];
/** Takes no notice of a polite end. */
const STUBBORN = ['-e', "process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1000)"];

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const gone = (pid: number) => waitFor(`the end of process ${pid}`, () => (alive(pid) ? undefined : true));

describe('startProcess', () => {
  let dir: string;
  beforeEach(() => (dir = temporaryDir('process')));
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)(
    'lets nothing outlive a parent ended by %s',
    async (signal) => {
      const removed = join(dir, 'removed');
      mkdirSync(removed);
      const parent = spawn(process.execPath, ['--import', 'tsx', PARENT, dir, removed], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const [program, grandchild] = line.toString().split(' ').map(Number) as [number, number];
      expect([alive(program), alive(grandchild)]).toEqual([true, true]);

      parent.kill(signal);

      await gone(program);
      await gone(grandchild);
      await waitFor('the removal of its directory', () => (existsSync(removed) ? undefined : true));
    },
  );

  it('stops a program that ignores SIGTERM', async () => {
    const running = await startProcess({
      name: 'Stubborn',
      command: process.execPath,
      args: STUBBORN,
      logFile: join(dir, 'log'),
      graceMs: 200,
    });
    await running.stop();
    expect(alive(running.pid)).toBe(false);
  });

  it('keeps the directory when asked to', async () => {
    const removeDir = join(dir, 'kept');
    mkdirSync(removeDir);
    const options = { name: 'Sleeper', command: process.execPath, args: SLEEPER };
    const running = await startProcess({ ...options, logFile: join(dir, 'log'), removeDir });
    await running.stop({ keepDir: true });
    expect(existsSync(removeDir)).toBe(true);
  });

  it('shows the end of the log of a program that dies while starting', async () => {
    const running = await startProcess({
      name: 'Broken',
      command: process.execPath,
      args: ['-e', "console.error('the disk is on fire'); process.exit(3)"],
      logFile: join(dir, 'log'),
    });
    await expect(waitUntilUp('Broken', running, async () => false)).rejects.toThrow(
      /Broken ended while starting[\s\S]*the disk is on fire/,
    );
    expect(await running.exited).toBe(3);
  });

  it('says so when the program is not there', async () => {
    const start = startProcess({
      name: 'Nothing',
      command: '/nowhere/nothing',
      args: [],
      logFile: join(dir, 'log'),
    });
    await expect(start).rejects.toThrow(/Nothing could not be started[\s\S]*ENOENT/);
  });
});
