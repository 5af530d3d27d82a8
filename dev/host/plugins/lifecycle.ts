const LIMIT_MS = 30_000;

/**
 * Awaits one lifecycle step of a plugin, at most 30 s. A throw or a time-out is handed on: it stops the host.
 */
export async function runLifecycle<T>(plugin: string, step: string, run: () => T | Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new Error(
            `${step} lifecycle of "${plugin}" plugin wasn't completed in 30sec. ` +
              'Consider disabling the plugin and re-start.',
          ),
        ),
      LIMIT_MS,
    );
  });
  try {
    return await Promise.race([Promise.resolve().then(run), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
