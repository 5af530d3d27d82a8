import type { Field } from '../../../common/field';
import { createSecretBox } from './secret_box';
import { openFields, redactFields, sealFields } from './secret_fields';

const OLD = 'an old key of at least thirty-two characters';
const NEW = Buffer.alloc(32, 7).toString('base64');
const binding = { type: 'siem-channel', id: 'c1', field: 'token', destination: 'https://a.example' };

describe('the secret box', () => {
  it('opens what it sealed, and shows nothing of it', () => {
    const box = createSecretBox([NEW]);
    const sealed = box.seal('hünter2', binding);
    expect(sealed).not.toContain('nter2');
    expect(box.seal('hünter2', binding)).not.toBe(sealed);
    expect(box.open(sealed, binding)).toBe('hünter2');
  });

  it.each(['type', 'id', 'field', 'destination'] as const)('binds a secret to its %s', (part) => {
    const box = createSecretBox([NEW]);
    const sealed = box.seal('secret', binding);
    expect(() => box.open(sealed, { ...binding, [part]: 'other' })).toThrow(/cannot be opened/);
  });

  it('opens with older keys and seals with the newest', () => {
    const sealed = createSecretBox([OLD]).seal('secret', binding);
    const rotated = createSecretBox([NEW, OLD]);
    expect(rotated.open(sealed, binding)).toBe('secret');
    expect(createSecretBox([NEW]).open(rotated.seal('secret', binding), binding)).toBe('secret');
    expect(() => createSecretBox([NEW]).open(sealed, binding)).toThrow(/awsSiem\.encryptionKeys/);
  });

  it('refuses a sealed text that was changed, cut or never one', () => {
    const box = createSecretBox([NEW]);
    const sealed = box.seal('secret', binding);
    const [version = '', key = '', content = ''] = sealed.split('.');
    const flipped = `${version}.${key}.${content[0] === 'A' ? 'B' : 'A'}${content.slice(1)}`;
    for (const text of [flipped, sealed.slice(0, -8), `${version}.${key}.`, 'x', '']) {
      expect(() => box.open(text, binding)).toThrow(/cannot be opened/);
    }
  });

  it('says how to make a key where there is none', () => {
    const box = createSecretBox([]);
    expect(box.ready).toBe(false);
    expect(() => box.seal('secret', binding)).toThrow(/opensearch-dashboards-keystore add/);
  });
});

describe('secret fields', () => {
  const fields: Field[] = [
    { name: 'url', type: 'text', label: 'Address' },
    { name: 'note', type: 'text', label: 'Note' },
    { name: 'token', type: 'secret', label: 'Token', boundTo: ['url'] },
    { name: 'signing', type: 'secret', label: 'Signing secret', boundTo: ['url'], optional: true },
  ];
  const parts = { box: createSecretBox([NEW]), owner: { type: 'siem-channel', id: 'c1' } };
  const typed = { url: 'https://a.example', note: 'n', token: 't0p' };

  it('are sealed, opened and redacted by declaration', () => {
    const stored = sealFields(fields, typed, parts);
    expect(JSON.stringify(stored)).not.toContain('t0p');
    expect(openFields(fields, stored, parts)).toEqual(typed);
    expect(redactFields(fields, stored)).toEqual({
      settings: { url: 'https://a.example', note: 'n' },
      secretsSet: ['token'],
    });
  });

  it('are kept when left out, unless what they are bound to changes', () => {
    const current = sealFields(fields, typed, parts);
    const kept = sealFields(fields, { url: typed.url, note: 'other' }, { ...parts, current });
    expect(openFields(fields, kept, parts)).toEqual({ ...typed, note: 'other' });
    expect(() => sealFields(fields, { url: 'https://evil.example' }, { ...parts, current })).toThrow(
      /settings\.token: type Token again.*Address changed/,
    );
  });

  it('are asked for when required', () => {
    expect(() => sealFields(fields, { url: typed.url }, parts)).toThrow(/settings\.token: Token is required/);
  });
});
