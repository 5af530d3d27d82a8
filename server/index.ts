import { join } from 'path';
import { gate } from './node_gate';

/** The path is computed so that the bundler leaves it alone: `main.js` must not even be parsed by an old Node. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- bundled as CommonJS, and conditional
const { plugin, config } = gate(process.versions.node, () => require(join(__dirname, 'main')));

export { plugin, config };
