import { SAMPLE_NAMESPACE } from '../../../common/sample_data';
import { SiemError } from '../errors';

/** Keeps the namespace of the sample data free: removing the sample deletes its indices whole. Fails with `invalid_input`. */
export function refuseSampleNamespace({ namespace }: { namespace?: string }): void {
  if (namespace !== SAMPLE_NAMESPACE) return;
  throw new SiemError(
    'invalid_input',
    `namespace: "${SAMPLE_NAMESPACE}" is that of the sample data, and deleted with it; choose another one.`,
  );
}
