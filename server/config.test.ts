import { parseConfig } from './config';

describe('settings below awsSiem', () => {
  it('work without any', () => {
    expect(parseConfig(undefined)).toMatchObject({
      enabled: true,
      encryptionKeys: [],
      outbound: { allow: [] },
    });
  });

  it('keep the order of encryption keys and drop a trailing slash of the public address', () => {
    const keys = ['a'.repeat(32), 'b'.repeat(40)];
    const settings = parseConfig({ encryptionKeys: keys, publicUrl: 'https://osd.example.com/' });
    expect(settings.encryptionKeys).toEqual(keys);
    expect(settings.publicUrl).toBe('https://osd.example.com');
  });

  it.each([
    [{ encryptionKey: 'x' }, /encryptionKey: is not known here/],
    [{ encryptionKeys: ['short'] }, /encryptionKeys\.0: must be at least 32 characters long/],
    [{ outbound: { alow: [] } }, /outbound\.alow: is not known here; known: allow, ca/],
    [{ node: { roles: ['cook'] } }, /node\.roles\.0/],
    [{ opensearch: { username: 'siem' } }, /opensearch\.password: is required/],
  ])('refuse %j by name', (value, message) => {
    expect(() => parseConfig(value)).toThrow(message);
  });

  it('take one key as the keystore holds it', () => {
    expect(parseConfig({ encryptionKeys: 'k'.repeat(44) }).encryptionKeys).toEqual(['k'.repeat(44)]);
  });

  it('never repeat a value, which may be a secret', () => {
    let message = '';
    try {
      parseConfig({ encryptionKeys: ['hunter2'] });
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(/encryptionKeys/);
    expect(message).not.toMatch(/hunter2/);
  });
});
