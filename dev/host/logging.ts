import type { Logger } from '../../types/opensearch_dashboards_server';

/** Takes one finished line, without the line break. */
export type WriteLine = (line: string) => void;

/**
 * A logger that writes what OSD's JSON logger writes: `{type, @timestamp, tags: [level, …context], pid, message}`.
 * `debug` and `trace` are dropped, as they are there unless `logging.verbose` is set.
 */
export function createLogger(write: WriteLine, context: string[] = [], verbose = false): Logger {
  const log = (level: string, message: string | Error, meta?: Record<string, unknown>): void =>
    write(
      JSON.stringify({
        ...meta,
        type: 'log',
        '@timestamp': new Date().toISOString(),
        tags: [level, ...context],
        pid: process.pid,
        message: message instanceof Error ? (message.stack ?? message.message) : message,
      }),
    );
  return {
    trace: (message, meta) => verbose && log('trace', message, meta),
    debug: (message, meta) => verbose && log('debug', message, meta),
    info: (message, meta) => log('info', message, meta),
    warn: (message, meta) => log('warning', message, meta),
    error: (message, meta) => log('error', message, meta),
    fatal: (message, meta) => log('fatal', message, meta),
    get: (...parts) => createLogger(write, [...context, ...parts], verbose),
  };
}
