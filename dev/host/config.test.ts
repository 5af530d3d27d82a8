import { HostConfig, expandDottedKeys } from './config';

const schema = {
  __isOsdConfigSchemaType: true as const,
  validate: (value: unknown, _context?: Record<string, unknown>, namespace?: string) => ({
    value,
    namespace,
  }),
};

describe('settings of the stand-in host', () => {
  it('may be nested, dotted, or both', () => {
    expect(
      expandDottedKeys({ 'a.b': 1, a: { c: 2, 'd.e': 3 }, list: [{ 'not.a.path': 1 }], 'a.d.f': 4 }),
    ).toEqual({ a: { b: 1, c: 2, d: { e: 3, f: 4 } }, list: [{ 'not.a.path': 1 }] });
  });

  it('reach a plugin as what stands below its path', () => {
    const config = new HostConfig({ 'awsSiem.publicUrl': 'https://siem' });
    expect(config.validate('awsSiem', schema)).toEqual({
      value: { publicUrl: 'https://siem' },
      namespace: 'config validation of [awsSiem]',
    });
    expect(config.validate('other', schema).value).toBeUndefined();
    expect(() => config.assertNoUnknownKeys()).not.toThrow();
  });

  it('must all have an owner', () => {
    const config = new HostConfig({ 'server.port': 1, 'awsSiem.kms.key': 'x', awsSiemens: { a: 1 } });
    expect(() => config.assertNoUnknownKeys()).toThrow(
      'Unknown configuration key(s): "awsSiem.kms.key", "awsSiemens.a". ' +
        'Check for spelling errors and ensure that expected plugins are installed.',
    );
  });
});
