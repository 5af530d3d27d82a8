import Boom from '@hapi/boom';

/** The opaque version of a saved object: base64 of `[sequence number, primary term]`. */
export function encodeVersion(seqNo: number, primaryTerm: number): string {
  return Buffer.from(JSON.stringify([seqNo, primaryTerm])).toString('base64');
}

/**
 * The conditions of a write that must find the given version.
 * @throws Boom 400 for a version that we never made
 */
export function versionConditions(version: string | undefined): {
  if_seq_no?: number;
  if_primary_term?: number;
} {
  if (version === undefined || version === '') return {};
  try {
    const [seqNo, primaryTerm, ...rest] = JSON.parse(
      Buffer.from(version, 'base64').toString('utf8'),
    ) as number[];
    if (rest.length === 0 && Number.isInteger(seqNo) && Number.isInteger(primaryTerm))
      return { if_seq_no: seqNo, if_primary_term: primaryTerm };
  } catch {
    // Not ours either.
  }
  throw Boom.badRequest(`Invalid version [${version}]`);
}
