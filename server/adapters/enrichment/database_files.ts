import { readFile, stat } from 'fs/promises';
import type { Logger } from '../../core/ports';
import { type DatabaseBytes, openDatabases } from './address_databases';

export interface DatabasePaths {
  /** Of countries, as it ships. */
  country: string;
  /** Of cities, the user's own: `awsSiem.enrichment.cityDatabase`. Used in place of the one of countries. */
  city?: string;
  /** Of networks, the user's own: `awsSiem.enrichment.asnDatabase`. */
  asn?: string;
}

export interface DatabaseFiles {
  /** What was read last; the same object until a file changes. */
  bytes(): DatabaseBytes;
  /** What is wrong with the files, in a sentence each that names the setting. */
  problems(): string[];
  /** Reads files that are new or were changed. One that cannot be read leaves the last one that could, or its fallback. */
  refresh(): Promise<void>;
}

interface Known {
  path: string;
  setting: string;
  /** Changes with the file; undefined before it could be read. */
  stamp?: string;
  bytes?: Uint8Array;
  problem?: string;
}

/** The files of address databases, read again when they change, as tools that update them do in place. */
export function createDatabaseFiles({ country, city, asn }: DatabasePaths, logger: Logger): DatabaseFiles {
  const shipped = known(country, 'the country database that ships with the plugin');
  const cities = city === undefined ? undefined : known(city, 'awsSiem.enrichment.cityDatabase');
  const networks = asn === undefined ? undefined : known(asn, 'awsSiem.enrichment.asnDatabase');
  const files = [cities, networks, shipped].filter((file) => file !== undefined);
  let bytes: DatabaseBytes = {};

  async function look(file: Known): Promise<boolean> {
    let stamp: string | undefined;
    try {
      const { mtimeMs, size, ino } = await stat(file.path);
      stamp = `${mtimeMs} ${size} ${ino}`;
      if (stamp === file.stamp) return false;
      const read = shared(await readFile(file.path));
      openDatabases({ place: read });
      Object.assign(file, { stamp, bytes: read, problem: undefined });
      return true;
    } catch (thrown) {
      // One that is wrong is not read again before it changes.
      if (stamp !== undefined) file.stamp = stamp;
      note(file, thrown as Error);
      return false;
    }
  }

  function note(file: Known, error: Error): void {
    const problem = `${file.setting}: ${file.path} cannot be read as a MaxMind DB: ${error.message}.`;
    if (file.problem !== problem) logger.warn(problem);
    file.problem = problem;
  }

  return {
    bytes: () => bytes,
    problems: () => files.flatMap(({ problem }) => problem ?? []),
    async refresh() {
      let changed = false;
      for (const file of files) changed = (await look(file)) || changed;
      if (changed) bytes = { place: cities?.bytes ?? shipped.bytes, asn: networks?.bytes };
    },
  };
}

function known(path: string, setting: string): Known {
  return { path, setting };
}

/** Bytes that all threads see, so that none has a copy. */
function shared(content: Buffer): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(content.length));
  bytes.set(content);
  return bytes;
}
