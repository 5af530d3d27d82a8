/** Why a query cannot be read, and where in its text, from 0. */
export class QueryError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}
