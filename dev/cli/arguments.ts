import { parseArgs } from 'util';
import type { LogType } from '../../server/core/ingest/log_type';
import { logTypes } from '../../server/core/ingest/log_types';

export const USAGE = `Usage: npm run -s siem -- parse --type <log type> [--key <S3 key>] [--bucket <bucket>] [--region <region>] [--original] <file | ->

Prints what the plugin makes of a log: events as one line of JSON each on standard output, records that cannot be read on
standard error, likewise. Gzip is unpacked. "-" reads standard input.

  --type      ${logTypes.all.map(({ id }) => id).join(', ')}
  --key       the object's key in S3; account and region are taken out of it where AWS puts them there
  --bucket    the bucket's name, for log.file.path and ids ("local" unless given)
  --region    region of events that name none ("us-east-1" unless given)
  --original  keeps each line or record under event.original
`;

/** A mistake in how the command was called; the message says which. */
export class UsageError extends Error {}

export interface ParseArguments {
  logType: LogType;
  /** Path of a file, or `-`. */
  file: string;
  key: string | undefined;
  bucket: string;
  region: string;
  original: boolean;
}

/** Reads the command line behind the script's name; undefined when it asks for help. */
export function readArguments(args: string[]): ParseArguments | undefined {
  const { values, positionals } = parse(args);
  if (values.help || args.length === 0) return undefined;
  const [command, file, ...more] = positionals;
  if (command !== 'parse') throw new UsageError(`There is no command "${command ?? ''}"; there is "parse".`);
  if (values.type === undefined) throw new UsageError('--type is missing.');
  const logType = logTypes.find(values.type);
  if (!logType) {
    const known = logTypes.all.map(({ id }) => id).join(', ');
    throw new UsageError(`There is no log type "${values.type}"; there are ${known}.`);
  }
  if (file === undefined) throw new UsageError('Name a file, or "-" for standard input.');
  if (more.length > 0) throw new UsageError(`One file at a time, not also "${more.join('", "')}".`);
  const { key, bucket = 'local', region = 'us-east-1', original = false } = values;
  return { logType, file, key, bucket, region, original };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        type: { type: 'string' },
        key: { type: 'string' },
        bucket: { type: 'string' },
        region: { type: 'string' },
        original: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
