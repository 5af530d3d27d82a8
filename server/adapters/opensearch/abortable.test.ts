import { abortable } from './abortable';

/** As the host's client makes them: `abort` returns the promise, which then fails. */
function openCall() {
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<string>((_resolve, reject) => (fail = reject));
  const abort = jest.fn(() => {
    fail(new Error('Request aborted'));
    return promise;
  });
  return Object.assign(promise, { abort });
}

describe('an abortable call', () => {
  it('gives its answer and forgets the signal', async () => {
    const controller = new AbortController();
    const call = Object.assign(Promise.resolve('answer'), { abort: jest.fn() });
    expect(await abortable(call, controller.signal)).toBe('answer');
    controller.abort();
    expect(call.abort).not.toHaveBeenCalled();
  });

  it('fails when the signal aborts, and nothing else fails with it', async () => {
    const uncaught = jest.fn();
    process.once('uncaughtException', uncaught);
    const controller = new AbortController();
    const waiting = abortable(openCall(), controller.signal);
    controller.abort();
    await expect(waiting).rejects.toThrow('Request aborted');
    await new Promise((resolve) => setImmediate(resolve));
    process.removeListener('uncaughtException', uncaught);
    expect(uncaught).not.toHaveBeenCalled();
  });

  it('is aborted at once where the signal already was', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(abortable(openCall(), controller.signal)).rejects.toThrow('Request aborted');
  });
});
