import type { ERRORS } from '../../server/core/errors';

/** Every error code with its HTTP status, whether waiting helps, and what to do. */
export function errorsPage(errors: typeof ERRORS): string {
  const rows = Object.entries(errors).map(
    ([code, { status, retryable, help }]) =>
      `| \`${code}\` | ${status} | ${retryable ? 'yes' : 'no'} | ${help} |`,
  );
  return [
    '# Errors',
    '',
    'Made from `server/core/errors.ts` by `npm run docs`. API answers carry the code in `attributes.code`; the message names what is at hand.',
    '',
    '| code | HTTP status | goes away by itself | what it means and what to do |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
