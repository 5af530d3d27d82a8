import { gzipSync } from 'zlib';
import type { Random } from '../../../../common/random';

/** Log types that there are logs of, and where in the bucket they lie. */
export const PREFIXES = {
  cloudtrail: 'cloudtrail/',
  vpcflow: 'vpcflow/',
  elblogs: 'elb/',
  s3access: 's3access/',
  waf: 'waf/',
  cloudfront: 'cloudfront/',
  route53resolver: 'route53resolver/',
  guardduty: 'guardduty/',
  securityhub: 'securityhub/',
} as const;

export type SampleLogType = keyof typeof PREFIXES;

/** One line, or one CloudTrail record as JSON text, with the time it speaks of (epoch ms). */
export interface LogRecord {
  at: number;
  text: string;
}

/** One file as AWS would put it into the bucket. */
export interface LogObject {
  type: SampleLogType;
  key: string;
  body: Buffer;
  records: number;
}

/** One series of files: of one log type, account and region, in one place of the bucket. */
export interface LogStream {
  id: string;
  type: SampleLogType;
  /** Records a day of ordinary life. */
  perDay: number;
  /** `count` ordinary records with times from `from` up to `to` (epoch ms). */
  generate(count: number, from: number, to: number, random: Random): LogRecord[];
  /** Key of the file that ends at `end`; `unique` sets it apart from others of the same minute. */
  key(end: number, unique: string): string;
  /** The file's text around its records. */
  wrap(records: LogRecord[]): string;
  gzip: boolean;
}

/** The file that holds `records`, or undefined when there are none: AWS writes no empty files. */
export function logObject(
  stream: LogStream,
  records: LogRecord[],
  end: number,
  unique: string,
): LogObject | undefined {
  if (records.length === 0) return undefined;
  const sorted = [...records].sort((left, right) => left.at - right.at);
  const text = Buffer.from(stream.wrap(sorted));
  return {
    type: stream.type,
    key: stream.key(end, unique),
    body: stream.gzip ? gzipSync(text) : text,
    records: records.length,
  };
}

/** Lines with an optional header in front, each ended by a line feed. */
export function lines(records: LogRecord[], header?: string): string {
  const texts = records.map(({ text }) => text);
  return `${[...(header ? [header] : []), ...texts].join('\n')}\n`;
}
