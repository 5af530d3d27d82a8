/**
 * Remembers about the last `limit` to twice `limit` answers: in two generations, the older of which is forgotten whole, so that remembering
 * costs nothing but a look-up.
 */
export class RecentCache<K, V> {
  private young = new Map<K, V>();
  private old = new Map<K, V>();

  constructor(private readonly limit: number) {}

  /** The remembered answer, else that of `make`, which is then remembered. */
  get(key: K, make: (key: K) => V): V {
    const known = this.young.get(key);
    if (known !== undefined || this.young.has(key)) return known as V;
    const value = this.old.has(key) ? (this.old.get(key) as V) : make(key);
    if (this.young.size >= this.limit) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
    return value;
  }
}
