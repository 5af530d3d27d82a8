import type { SourceInput } from '../../../common/source';

/** Where and as whom to read: the part of a source that says so, secrets in the clear. */
export type StoreSettings = Pick<SourceInput, 'bucket' | 'region' | 'endpoint' | 'credentials'>;
