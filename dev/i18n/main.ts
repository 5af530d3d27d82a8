import { readdirSync } from 'fs';
import { join, resolve } from 'path';
import { checkMessages } from './check';

const ROOT = resolve(__dirname, '../..');

/** `npm run i18n`: every text of the browser's code can be translated, under an id of its own and with the values it takes. */
function main(): void {
  const paths = readdirSync(join(ROOT, 'public'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join('public', path))
    .sort();
  const { messages, problems } = checkMessages(ROOT, paths);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${messages} messages in order.`);
}

main();
