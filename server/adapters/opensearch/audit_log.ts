import type { OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import type { Clock, Logger } from '../../core/ports';

export interface AuditRecord {
  action: string;
  target?: string;
  actor: string;
  outcome: 'success' | 'failure';
  code?: string;
  /** What exactly was asked for. */
  detail?: string;
}

/**
 * Appends who did what to `siem-audit-<month>`. A record that cannot be written goes to the host's log instead: what a person did is
 * done, and must not fail because of it.
 */
export function createAuditLog(
  client: OpenSearchClient,
  clock: Clock,
  logger: Logger,
): (record: AuditRecord) => void {
  return ({ action, target, actor, outcome, code, detail }) => {
    const at = new Date(clock.now()).toISOString();
    const body = {
      '@timestamp': at,
      event: { kind: 'event', module: 'aws_siem', action, outcome, reason: detail },
      user: { name: actor },
      siem: { target },
      error: code ? { code } : undefined,
    };
    client.index({ index: `siem-audit-${at.slice(0, 7).replace('-', '.')}`, body }).catch((error: Error) => {
      logger.warn(`Audit record not written (${error.message}): ${JSON.stringify(body)}`);
    });
  };
}
