import { JsonObjectSplitter } from './json_objects';
import { LineSplitter } from './lines';
import type { RecordText, Splitter } from './splitter';

const OPEN_OBJECT = 123;

/**
 * Splits a file of lines, or one of JSON objects if that is what it begins with: the same text logs come in objects when Firehose or
 * CloudWatch Logs deliver them.
 */
export class LinesOrObjectsSplitter implements Splitter {
  private splitter: Splitter | undefined;

  constructor(
    private readonly maxLineBytes: number,
    private readonly maxObjectBytes: number,
  ) {}

  write(chunk: Buffer, out: RecordText): void {
    if (chunk.length === 0) return;
    this.splitter ??=
      chunk[0] === OPEN_OBJECT
        ? new JsonObjectSplitter(this.maxObjectBytes)
        : new LineSplitter(this.maxLineBytes);
    this.splitter.write(chunk, out);
  }

  end(out: RecordText): void {
    this.splitter?.end(out);
  }
}
