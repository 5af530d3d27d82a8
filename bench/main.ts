import { measureParsing } from './parse';

/** Prints what the parts of the plugin cost, as JSON: figures of one run are comparable, those of different machines are not. */
process.stdout.write(`${JSON.stringify({ node: process.version, parse: measureParsing() }, null, 2)}\n`);
