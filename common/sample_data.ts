import { API_ROOT } from './plugin';

/** Endpoint of the sample data: GET what there is, POST to load, DELETE to remove. */
export const SAMPLE_DATA_PATH = `${API_ROOT}/sample_data`;

/** `siem.namespace` of sample events; kept free of everything else, so that removing them removes exactly them. */
export const SAMPLE_NAMESPACE = 'sample';

const RULE_ID = 'sample_';

/** The id of a rule of the sample data. */
export function sampleRuleId(name: string): string {
  return `${RULE_ID}${name}`;
}

export function isSampleRule({ id }: { id: string }): boolean {
  return id.startsWith(RULE_ID);
}

export interface SampleData {
  /** Whether there is anything to remove, perhaps of a load that ended halfway. */
  present: boolean;
  events: number;
  rules: number;
  /** Alerts of the sample's rules. */
  alerts: number;
}
