import { spawnSync } from 'child_process';
import { join } from 'path';
import { UserError } from './user_error';

const NEEDED = 17;

const HOW_TO_GET = {
  jdk: [
    'Debian, Ubuntu:  sudo apt-get install openjdk-17-jdk-headless',
    'Fedora, RHEL:    sudo dnf install java-17-openjdk-headless',
    'macOS:           brew install openjdk@17',
    'other:           https://adoptium.net/',
  ],
  maven: [
    'Debian, Ubuntu:  sudo apt-get install maven',
    'Fedora, RHEL:    sudo dnf install maven',
    'macOS:           brew install maven',
    'other:           https://maven.apache.org/download.cgi',
  ],
};

const INSTEAD = 'Or use servers you already have: OPENSEARCH_URL=http://… S3_ENDPOINT=http://…';

/** Major version in what `java -version` prints: 17 of `openjdk version "17.0.15"`, 8 of `java version "1.8.0_402"`. */
export function javaMajor(output: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(output);
  return match ? Number(match[1]) : undefined;
}

/**
 * Path of a Java that is new enough: that of JAVA_HOME, else the one on the PATH.
 *
 * @throws UserError that says how to get one
 */
export function findJava(env: NodeJS.ProcessEnv = process.env): string {
  const java = env['JAVA_HOME'] ? join(env['JAVA_HOME'], 'bin', 'java') : 'java';
  const result = spawnSync(java, ['-version'], { env, encoding: 'utf8' });
  const major = result.error ? undefined : javaMajor(`${result.stderr}${result.stdout}`);
  if (major !== undefined && major >= NEEDED) return java;
  const found =
    major === undefined ? `"${java}" does not run` : `"${java}" is version ${major}, which is too old`;
  throw new UserError(
    [
      `OpenSearch and S3Mock need a Java Development Kit ${NEEDED} or newer: ${found}.`,
      ...HOW_TO_GET.jdk,
      INSTEAD,
    ].join('\n  '),
  );
}

/** @throws UserError that says how to get Maven when there is none on the PATH */
export function checkMaven(env: NodeJS.ProcessEnv = process.env): void {
  const result = spawnSync('mvn', ['-v'], { env, encoding: 'utf8' });
  if (!result.error && result.status === 0) return;
  throw new UserError(
    [
      'OpenSearch and S3Mock are fetched by Maven, and there is no working "mvn" on the PATH.',
      ...HOW_TO_GET.maven,
      INSTEAD,
    ].join('\n  '),
  );
}
