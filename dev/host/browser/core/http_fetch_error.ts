/** What the HTTP client rejects with; `message` is only the status text, or the network's own message. */
export class HttpFetchError extends Error {
  constructor(
    message: string,
    override readonly name: string,
    readonly request: Request,
    readonly response?: Response,
    readonly body?: unknown,
  ) {
    super(message);
  }
}
