import type { Metafile } from 'esbuild';
import { readdir, readFile } from 'fs/promises';
import { join } from 'path';

const PACKAGE_DIR = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENSE_FILE = /^(\w+_)?(licen[cs]e|notice)(\.|$)/i;
const RULE = `\n\n${'-'.repeat(80)}\n\n`;

/**
 * Names, versions and licences of the libraries bundled into what ships, and of the packages of `copied` files, as their licences ask for; each
 * text once.
 */
export async function makeNotices(
  root: string,
  metafiles: Metafile[],
  copied: string[] = [],
): Promise<string> {
  const dirs = new Set<string>();
  for (const path of [...metafiles.flatMap(({ inputs }) => Object.keys(inputs)), ...copied]) {
    const dir = PACKAGE_DIR.exec(path)?.[1];
    if (dir) dirs.add(join(root, dir));
  }
  const titlesByText = new Map<string, Set<string>>();
  for (const dir of [...dirs].sort()) {
    const text = await licenceOf(dir);
    titlesByText.set(text, (titlesByText.get(text) ?? new Set()).add(await titleOf(dir)));
  }
  const notices = [...titlesByText].map(([text, titles]) =>
    [[...titles].join('\n'), text].join('\n\n').trim(),
  );
  return `AWS SIEM for OpenSearch Dashboards contains these libraries.${RULE}${notices.join(RULE)}\n`;
}

async function titleOf(dir: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(dir, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  return `${name} ${version} (${license ?? 'see the text'})`;
}

async function licenceOf(dir: string): Promise<string> {
  const files = (await readdir(dir)).filter((file) => LICENSE_FILE.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(dir, file), 'utf8')));
  return texts.map((text) => text.replace(/\r\n/g, '\n').trim()).join('\n\n');
}
