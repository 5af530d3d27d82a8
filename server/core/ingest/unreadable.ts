/** An object of which no more can be read for a reason in the object itself; the message completes "…, because". What came before it stays. */
export class UnreadableObject extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'UnreadableObject';
  }
}
