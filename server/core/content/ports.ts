import type { ContentObject, ContentType } from './content_object';

/** A saved object as it is stored now. */
export interface StoredObject {
  type: string;
  id: string;
  attributes: Record<string, unknown>;
  references: ReadonlyArray<{ name: string; type: string; id: string }>;
  /** Where it came from, as whoever wrote it tells; the host keeps it until a user saves the object. */
  originId?: string;
  /** Opaque; a write with an old one is a conflict. */
  version?: string;
}

/** An object with its mark, and the version of the one that it takes the place of. */
export interface MarkedObject extends ContentObject {
  originId: string;
  version?: string;
}

/** The saved objects of the user who asks, in the tenant that is chosen. Failures are SiemErrors. */
export interface UserObjects {
  /** Those of the named objects that are there. */
  read(objects: ReadonlyArray<{ type: ContentType; id: string }>): Promise<StoredObject[]>;
  /** What every object of these types refers to; attributes are left out. */
  listReferences(
    types: readonly ContentType[],
  ): Promise<Array<Pick<StoredObject, 'type' | 'id' | 'references'>>>;
  /** Fails with `conflict` when one was changed since its version was read, or is there already without one. */
  write(objects: readonly MarkedObject[]): Promise<void>;
  /** One that is gone already is no failure. */
  remove(objects: ReadonlyArray<{ type: string; id: string }>): Promise<void>;
}
