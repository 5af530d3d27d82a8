import type { OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import type { RuleLog } from '../../core/detect/ports';
import type { Logger } from '../../core/ports';

/** Appends noteworthy runs of rules to `siem-rule-log-<month>`. What cannot be written is said in the host's log. */
export function createRuleLog(client: Pick<OpenSearchClient, 'bulk'>, logger: Logger): RuleLog {
  return {
    async write(entries) {
      if (entries.length === 0) return;
      const body = entries.flatMap((entry) => [
        { create: { _index: `siem-rule-log-${entry['@timestamp'].slice(0, 7).replace('-', '.')}` } },
        entry,
      ]);
      try {
        const answer = await client.bulk<{ errors: boolean }>({ body });
        if (answer.body.errors) logger.warn('Some entries of the log of rules were refused by OpenSearch.');
      } catch (error) {
        logger.warn(
          `${entries.length} entries of the log of rules were not written: ${(error as Error).message}`,
        );
      }
    },
  };
}
