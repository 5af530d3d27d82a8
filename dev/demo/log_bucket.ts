import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { LogObject } from '../../server/core/sample_data/generator/log_object';

export interface LogBucket {
  name: string;
  /** Writes all objects, several at a time. Returns how many objects, records and bytes. */
  write(objects: Iterable<LogObject>): Promise<Written>;
}

export interface Written {
  objects: number;
  records: number;
  bytes: number;
}

const AT_A_TIME = 16;

/** Makes the bucket `name` in the S3 at `endpoint`; one that is there already is used. */
export async function openLogBucket(endpoint: string, name: string): Promise<LogBucket> {
  const s3 = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'AKIADEMODEMODEMO', secretAccessKey: 'any secret will do' },
  });
  await s3.send(new CreateBucketCommand({ Bucket: name })).catch((error: Error) => {
    if (!/^BucketAlready/.test(error.name)) throw error;
  });
  return {
    name,
    async write(objects) {
      const written: Written = { objects: 0, records: 0, bytes: 0 };
      const queue = objects[Symbol.iterator]();
      const worker = async () => {
        for (let next = queue.next(); !next.done; next = queue.next()) {
          const { key, body, records } = next.value;
          await s3.send(new PutObjectCommand({ Bucket: name, Key: key, Body: body }));
          written.objects++;
          written.records += records;
          written.bytes += body.length;
        }
      };
      await Promise.all(Array.from({ length: AT_A_TIME }, worker));
      return written;
    },
  };
}
