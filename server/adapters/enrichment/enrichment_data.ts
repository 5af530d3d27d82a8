import { compileIndicators, type IndicatorList } from '../../core/ingest/enrich/indicators';
import type { EnrichmentSources, UserAgentFacts } from '../../core/ingest/enrich/facts';
import { type DatabaseBytes, openDatabases } from './address_databases';

/** What events are enriched from, as plain data that threads are handed. */
export interface EnrichmentData {
  databases: DatabaseBytes;
  indicators: readonly IndicatorList[];
}

/** @throws Error when a database or a list is damaged */
export function openEnrichment(
  { databases, indicators }: EnrichmentData,
  userAgent: (text: string) => UserAgentFacts,
): EnrichmentSources {
  return { databases: openDatabases(databases), userAgent, indicators: compileIndicators(indicators) };
}
