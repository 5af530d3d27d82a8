import { resolve } from 'path';
import { makeNotices } from './notices';

const ROOT = resolve(__dirname, '../..');
const metafile = (...inputs: string[]) => ({
  inputs: Object.fromEntries(inputs.map((path) => [path, { bytes: 1, imports: [] }])),
  outputs: {},
});

describe('makeNotices', () => {
  it('names each bundled library once, with its version and the text of its licence', async () => {
    const notices = await makeNotices(ROOT, [
      metafile('server/main.ts', 'node_modules/io-ts/es6/index.js', 'node_modules/io-ts/es6/Decoder.js'),
      metafile('node_modules/fp-ts/es6/Either.js'),
    ]);
    expect(notices.match(/^io-ts \d+\.\d+\.\d+ \(MIT\)$/gm)).toHaveLength(1);
    expect(notices).toMatch(/^fp-ts \d/m);
    expect(notices).toContain('Permission is hereby granted');
  });
});
