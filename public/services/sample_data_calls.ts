import { SAMPLE_DATA_PATH, type SampleData } from '../../common/sample_data';
import type { HttpStart } from '../../types/opensearch_dashboards_public';

/** What can be done with the sample data. */
export interface SampleDataCalls {
  show(signal?: AbortSignal): Promise<SampleData>;
  load(): Promise<SampleData>;
  remove(): Promise<SampleData>;
}

export function createSampleDataCalls(http: HttpStart): SampleDataCalls {
  return {
    show: (signal) => http.get(SAMPLE_DATA_PATH, { signal }),
    load: () => http.post(SAMPLE_DATA_PATH),
    remove: () => http.delete(SAMPLE_DATA_PATH),
  };
}
