/** Who does something: the signed-in user, or whoever it is where OSD knows no users. */
export interface Actor {
  name: string;
  roles: string[];
  /** False where OSD has no security plugin, so that nobody can be told apart. */
  authenticated: boolean;
  /** Where this user's saved objects are, as people call it; absent where the host has no tenants. */
  tenant?: string;
}

/** What every stored object of ours carries besides its own attributes. */
export interface Bookkeeping {
  schemaVersion: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
}

export interface ManagedObject<A> {
  id: string;
  attributes: A & Bookkeeping;
  /** Opaque; a replace with an old one is a conflict. */
  version: string;
  /** Whether our own routes wrote it as it is now. Background work uses nothing else. */
  allowed: boolean;
}

/** An object as somebody has seen it who now changes it. */
export interface Seen {
  id: string;
  /** Absent where it does not matter what it was like. */
  updatedAt?: string | undefined;
}

/**
 * Sources, rules and channels as stored objects. Each write also records who allowed what, out of reach of people who may write
 * saved objects directly; an object changed past us reads as not allowed.
 */
export interface ManagedObjects<A> {
  list(): Promise<Array<ManagedObject<A>>>;
  /** For each whether it is still there and allowed as it was read. Costs little, and sees what was written a moment ago. */
  areCurrent(objects: ReadonlyArray<Pick<ManagedObject<A>, 'id' | 'attributes'>>): Promise<boolean[]>;
  /** Fails with `not_found`. */
  get(id: string): Promise<ManagedObject<A>>;
  /** The same for who is about to replace it. Fails with `conflict`, too, where it has changed since it was seen. */
  getSeen(seen: Seen): Promise<ManagedObject<A>>;
  /** The id is chosen by the caller, since sealed secrets are bound to it. */
  create(id: string, attributes: A, actor: Actor): Promise<ManagedObject<A>>;
  /** Fails with `not_found`, or `conflict` where the object has changed since `current` was read. */
  replace(current: ManagedObject<A>, attributes: A, actor: Actor): Promise<ManagedObject<A>>;
  remove(id: string): Promise<void>;
}
