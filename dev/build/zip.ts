import { createWriteStream } from 'fs';
import { readdir } from 'fs/promises';
import { join, relative, sep } from 'path';
import { pipeline } from 'stream/promises';
import { ZipFile } from 'yazl';

/** The same content gives the same zip, whenever and wherever it is built. */
const MTIME = new Date(2000, 0, 1);

/** Files below `dir`, sorted, with `/` between their parts. */
export async function listFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Packs `dir` as `folder` into `zipPath`. The host's installer applies the modes in the zip as they are, so they are set. */
export async function writeZip(dir: string, folder: string, zipPath: string): Promise<void> {
  const zip = new ZipFile();
  for (const file of await listFiles(dir)) {
    zip.addFile(join(dir, file), `${folder}/${file}`, {
      mode: 0o100644,
      mtime: MTIME,
      forceDosTimestamp: true,
    });
  }
  zip.end();
  await pipeline(zip.outputStream as NodeJS.ReadableStream, createWriteStream(zipPath));
}
