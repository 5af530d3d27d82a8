import type { Logger } from '../../types/opensearch_dashboards_server';

/**
 * As in OSD an unhandled rejection is only a warning. An uncaught exception stays fatal: nothing is registered for it.
 * @returns undoes it
 */
export function warnOfUnhandledRejections(log: Logger): () => void {
  const warn = (reason: unknown): void =>
    log.warn(
      `Detected an unhandled Promise rejection.\n${reason instanceof Error ? reason.stack : String(reason)}`,
    );
  process.on('unhandledRejection', warn);
  return () => void process.off('unhandledRejection', warn);
}
