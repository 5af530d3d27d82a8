/** A call of the host's client: a promise that can be aborted. */
interface Call<T> extends PromiseLike<T> {
  abort(): unknown;
}

/** Awaits a call and aborts it with the signal; it then fails with the client's RequestAbortedError. */
export async function abortable<T>(call: Call<T>, signal?: AbortSignal): Promise<T> {
  // `abort` returns the call itself. A listener that returned it would make its rejection an uncaught exception, which ends OSD.
  const abort = () => {
    call.abort();
  };
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await call;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
