import * as t from 'io-ts';
import { object } from './object_codec';

/** What events of a source are enriched by at ingest; a part left out is on. */
export const EnrichmentSwitches = object(
  {},
  {
    /** Country, city and network (AS) of public addresses. */
    geo: t.boolean,
    /** Browser or tool, operating system and device of user agents. */
    userAgent: t.boolean,
    /** Values of indicator lists. */
    indicators: t.boolean,
  },
);
export type EnrichmentSwitches = t.TypeOf<typeof EnrichmentSwitches>;

/** The parts, in the order of the form. */
export const ENRICHMENT_PARTS = ['geo', 'userAgent', 'indicators'] as const;
export type EnrichmentPart = (typeof ENRICHMENT_PARTS)[number];
