import type { HttpFetchError } from '../../types/opensearch_dashboards_public';

/** The host puts the part of the request in front of what validation found. */
const REQUEST_PART = /^\[request (?:body|query|params)[^\]]*\]: /;

/** What to tell people about a failed call: the server's sentence, else the status text. */
export function errorMessage(error: Error): string {
  const { body, message } = error as HttpFetchError;
  // A proxy in between may answer with JSON of its own.
  return body?.message?.replace(REQUEST_PART, '') || message;
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
  // A sentence may have a semicolon of its own.
  return splitByField(errorMessage(error).split(/; (?=[\w.]+: )/)).fields;
}
