import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { gzipSync } from 'zlib';

/** What the stand-in for S3 takes; it believes every key. */
export const S3_CREDENTIALS = {
  accessKeyId: 'AKIAEXAMPLEEXAMPLE00',
  secretAccessKey: 'test-secret-of-the-suite',
};

export interface S3Store {
  endpoint: string;
  region: string;
  createBucket(bucket: string): Promise<void>;
  /** Writes an object; a key that ends in `.gz` has its body compressed. */
  put(bucket: string, key: string, body: string | Buffer): Promise<void>;
}

/** The suite's way of playing AWS, which writes logs into buckets. */
export function openS3Store(endpoint: string): S3Store {
  const region = 'us-east-1';
  const client = new S3Client({ endpoint, region, forcePathStyle: true, credentials: S3_CREDENTIALS });
  return {
    endpoint,
    region,
    async createBucket(bucket) {
      await client.send(new CreateBucketCommand({ Bucket: bucket }));
    },
    async put(bucket, key, body) {
      const Body = key.endsWith('.gz') ? gzipSync(body) : body;
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body }));
    },
  };
}
