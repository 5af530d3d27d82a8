import { SourceInput } from '../../../common/api';
import { ENRICHMENT_PARTS } from '../../../common/enrichment';
import {
  DEFAULT_NAMESPACE,
  queueUrlOf,
  type SourceCredentials,
  type SourceReading,
  type SourceView,
} from '../../../common/source';
import { sourceInputOf } from '../../services/inputs';
import { resolveRange } from '../../services/time_range';
import { validate, withoutEmpty } from '../../services/validate';
import { exclusionsOf } from './exclusion_values';
import type { FieldErrors } from '../../services/errors';

/** The form's state: a source in which everything may still be empty. */
export interface SourceValues extends Omit<Required<SourceInput>, 'credentials' | 'reading'> {
  readBy: SourceReading['kind'];
  queueUrl: string;
  kind: SourceCredentials['kind'];
  accessKeyId: string;
  secretAccessKey: string;
  roleArn: string;
  externalId: string;
}

/** What a form starts with: the stored source, else a new one of the first log type that reads the last 24 hours. */
export function initialValues(source: SourceView | undefined, firstLogType: string): SourceValues {
  const input: Partial<SourceInput> = source
    ? sourceInputOf(source)
    : { startFrom: resolveRange({ from: 'now-24h', to: 'now' }).from };
  const { credentials = { kind: 'host' }, reading, ...rest } = input;
  return {
    name: '',
    logType: firstLogType,
    bucket: '',
    prefix: '',
    region: 'us-east-1',
    readBy: reading?.kind ?? 'polling',
    queueUrl: queueUrlOf({ reading }) ?? '',
    pollInterval: '1m',
    enabled: true,
    endpoint: '',
    namespace: DEFAULT_NAMESPACE,
    startFrom: '',
    keepOriginal: false,
    accessKeyId: '',
    secretAccessKey: '',
    roleArn: '',
    externalId: '',
    ...rest,
    ...credentials,
    exclusions: rest.exclusions ?? [],
    enrichment: rest.enrichment ?? {},
  };
}

/** The source that the form's state means: only the chosen kind of credentials and of reading, nothing that is empty. */
export function inputOf(values: SourceValues): SourceInput {
  const { kind, accessKeyId, secretAccessKey, roleArn, externalId, readBy, queueUrl, ...rest } = values;
  const credentials: Record<SourceCredentials['kind'], SourceCredentials> = {
    host: { kind: 'host' },
    access_keys: withoutEmpty({ kind: 'access_keys', accessKeyId, secretAccessKey }),
    role: withoutEmpty({ kind: 'role', roleArn, externalId }),
  };
  const exclusions = exclusionsOf(rest.exclusions);
  const isAllOn = ENRICHMENT_PARTS.every((part) => rest.enrichment[part] !== false);
  return {
    ...withoutEmpty({ ...rest, exclusions, enrichment: isAllOn ? undefined : rest.enrichment }),
    ...(readBy === 'queue' && { reading: withoutEmpty({ kind: readBy, queueUrl }) }),
    credentials: credentials[kind],
  };
}

/** Mistakes by path; a secret is needed unless one is stored. */
export function validateSource(values: SourceValues, secretStored: boolean): FieldErrors {
  const errors = validate(SourceInput, inputOf(values));
  if (values.kind === 'access_keys' && values.secretAccessKey === '' && !secretStored) {
    errors['credentials.secretAccessKey'] = 'is required';
  }
  return errors;
}
