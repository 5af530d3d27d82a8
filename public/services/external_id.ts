/** An external id nobody can guess: 128 random bits as 32 hexadecimal digits. `crypto.randomUUID` is missing on pages without TLS. */
export function randomExternalId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
