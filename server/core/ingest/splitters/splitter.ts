/** Takes the records of an object as text, each with its physical position. */
export interface RecordText {
  record(text: string, position: number): void;
  /** `raw` is what there is of the record, at most 8,000 bytes. */
  reject(raw: string, reason: string, position: number): void;
}

/** Cuts an object's bytes, in whatever chunks they come, into records; memory stays bounded whatever the bytes are. */
export interface Splitter {
  write(chunk: Buffer, out: RecordText): void;
  /** The object is at its end. */
  end(out: RecordText): void;
}

/** How much of a record that cannot be read is kept. */
export const MAX_RAW_BYTES = 8_000;
