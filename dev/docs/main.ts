import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import path from 'path';
import { format, resolveConfig } from 'prettier';
import { channelTypes } from '../../server/core/notify/channel_types';
import { ERRORS } from '../../server/core/errors';
import { logTypes } from '../../server/core/ingest/log_types';
import { ruleTypes } from '../../server/core/detect/rule_types';
import { errorsPage } from './errors_page';
import { channelTypesPage, logTypesPage, ruleTypesPage } from './kinds_pages';

const ROOT = path.resolve(__dirname, '../..');

/** Pages that are made from declarations, so that they cannot say anything else than the code does. */
const PAGES: Record<string, () => string> = {
  'docs/errors.md': () => errorsPage(ERRORS),
  'docs/reference/log_types.md': () => logTypesPage(logTypes.all),
  'docs/reference/rule_types.md': () => ruleTypesPage(ruleTypes.all),
  'docs/reference/channel_types.md': () => channelTypesPage(channelTypes.all),
};

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Writes the pages; with `--check` only compares them and fails where one is out of date. */
async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  const stale: string[] = [];
  for (const [page, render] of Object.entries(PAGES)) {
    const file = path.join(ROOT, page);
    const text = await format(render(), { ...(await resolveConfig(file)), parser: 'markdown' });
    if (readOrEmpty(file) === text) continue;
    stale.push(page);
    if (check) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (check && stale.length > 0) {
    console.error(`Out of date: ${stale.join(', ')}. Run "npm run docs" and commit what it writes.`);
    process.exit(1);
  }
  console.log(stale.length === 0 ? 'Reference pages are up to date.' : `Written: ${stale.join(', ')}`);
}

void main();
