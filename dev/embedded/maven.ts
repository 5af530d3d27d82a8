import { spawn } from 'child_process';
import { createHash } from 'crypto';
import { once } from 'events';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { createInterface } from 'readline';
import { CACHE_DIR } from './cache_dir';
import { checkMaven } from './java';
import { UserError } from './user_error';

export interface Artifact {
  groupId: string;
  artifactId: string;
  version: string;
  classifier?: string;
  /** Only the jar itself, without what it depends on. */
  alone?: boolean;
}

const DEPENDENCY_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

/**
 * Directory that holds the jars of `artifacts`. Maven runs the first time only; a finished directory is known by its name, which is made from
 * the wanted artifacts.
 *
 * @param name what is fetched, for the progress line
 * @throws UserError when Maven is missing or cannot fetch them
 */
export async function resolveArtifacts(name: string, artifacts: Artifact[]): Promise<string> {
  const pom = pomOf(artifacts);
  const stamp = createHash('sha256').update(pom).digest('hex').slice(0, 12);
  const target = join(CACHE_DIR, 'maven', `${artifacts[0]?.artifactId}-${stamp}`);
  if (existsSync(target)) return target;
  checkMaven();

  // Filled beside its place and renamed when whole, so that neither a broken download nor a second process is ever mistaken for it.
  const work = `${target}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, 'pom.xml'), pom);
  try {
    await copyDependencies(name, work);
    try {
      renameSync(join(work, 'jars'), target);
    } catch (error) {
      if (!existsSync(target)) throw error;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return target;
}

async function copyDependencies(name: string, directory: string): Promise<void> {
  const args = [
    '-B',
    // A failure of the network must not be remembered as a missing artifact.
    '-U',
    '-Dstyle.color=never',
    '-f',
    join(directory, 'pom.xml'),
    `${DEPENDENCY_PLUGIN}:copy-dependencies`,
    `-DoutputDirectory=${join(directory, 'jars')}`,
    '-DincludeScope=runtime',
  ];
  const maven = spawn('mvn', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const show = progressLine(name);
  const tail: string[] = [];
  let files = 0;
  const lines = createInterface({ input: maven.stdout });
  lines.on('line', (line) => {
    if (line.includes('Downloaded from ')) show(`${++files} files`);
    else if (!line.includes('Downloading from') && line.trim()) tail.push(line);
  });
  show('asking Maven');
  const [code] = (await once(maven, 'close')) as [number | null];
  show(code === 0 ? 'done' : 'failed', true);
  if (code !== 0) {
    const [reason = 'It gave no reason.'] = tail.filter((line) => line.startsWith('[ERROR]'));
    throw new UserError(
      `Maven could not fetch ${name}:\n${reason}\nIs there a way to Maven Central (proxy, ~/.m2/settings.xml)?`,
    );
  }
}

/** Writes to standard error: over the same line on a terminal, and only now and then into a file. */
function progressLine(name: string): (state: string, last?: boolean) => void {
  let shownAt = 0;
  return (state, last = false) => {
    if (!process.stderr.isTTY && !last && Date.now() - shownAt < 5_000) return;
    shownAt = Date.now();
    const text = `Fetching ${name} (the first time only): ${state}`;
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}${last ? '\n' : ''}` : `${text}\n`);
  };
}

function pomOf(artifacts: Artifact[]): string {
  const dependencies = artifacts.map(
    (artifact) => `    <dependency>
      <groupId>${artifact.groupId}</groupId><artifactId>${artifact.artifactId}</artifactId><version>${artifact.version}</version>${
        artifact.classifier ? `<classifier>${artifact.classifier}</classifier>` : ''
      }${
        artifact.alone
          ? '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>'
          : ''
      }
    </dependency>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>embedded-parts</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
${dependencies.join('\n')}
  </dependencies>
</project>
`;
}
