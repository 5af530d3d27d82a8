import { measureIngest } from './ingest';
import { loadBuilt } from './load_built';
import { measureMemory } from './memory';
import { measureOverview } from './overview';
import { measureParsing } from './parse';
import type * as Rules from './rules';

/**
 * Prints what the parts of the plugin cost, as JSON: figures of one run are comparable, those of different machines are not.
 * `npm run bench -- parse`, `-- ingest`, `-- memory`, `-- overview` or `-- rules` measures only that.
 */
async function main(): Promise<void> {
  const chosen = process.argv.slice(2);
  const wanted = (name: string) => chosen.length === 0 || chosen.includes(name);
  const figures = {
    node: process.version,
    ...(wanted('parse') && { parse: measureParsing() }),
    ...(wanted('ingest') && { ingest: await measureIngest() }),
    ...(wanted('memory') && { memory: await measureMemory() }),
    ...(wanted('overview') && { overview: await measureOverview() }),
    ...(wanted('rules') && {
      rules: await (await loadBuilt<typeof Rules>('rules.ts')).measureRules(),
    }),
  };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}

void main();
