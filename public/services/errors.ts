import type { HttpFetchError } from '../../types/opensearch_dashboards_public';

/** What to tell people about a failed call: the server's sentence, else the status text. */
export function errorMessage(error: Error): string {
  const { body, message } = error as HttpFetchError;
  return body?.message || message;
}

/** The code of ours that a failed call names; undefined for errors that are not from our routes. */
export function errorCode(error: Error): string | undefined {
  const code = (error as HttpFetchError).body?.attributes?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Mistakes of a form by the path of the field, e.g. `credentials.roleArn`. */
export type FieldErrors = Record<string, string>;

/** Splits lines such as `params.count: must be …` into mistakes by field; lines that name no field of the form come back apart. */
export function splitByField(lines: readonly string[]): { fields: FieldErrors; rest: string[] } {
  const fields: FieldErrors = {};
  const rest: string[] = [];
  for (const line of lines) {
    const match = /^([\w.]+): (.+)$/s.exec(line);
    if (match?.[1] && match[2]) fields[match[1]] ??= match[2];
    else rest.push(line);
  }
  return { fields, rest };
}

/** The same for the error of a call: validation errors of routes look like `[request body]: name: must …; bucket: must …`. */
export function serverFieldErrors(error: Error): FieldErrors {
  const message = errorMessage(error).replace(/^\[request body[^\]]*\]: /, '');
  return splitByField(message.split('; ')).fields;
}
