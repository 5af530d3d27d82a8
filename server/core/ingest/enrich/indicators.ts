import type { ListKind } from '../../../../common/list';
import { AddressSet } from './address_set';
import type { IndicatorMatcher } from './facts';

/** An indicator list as it travels to the worker threads: one text is copied faster than as many as it has lines. */
export interface IndicatorList {
  name: string;
  kind: ListKind;
  /** One value a line. */
  values: string;
}

interface NamedSet<S> {
  name: string;
  set: S;
}

/** The matcher of all lists; undefined without a list that has values. Lists of the kind `text` have no field to be looked for in. */
export function compileIndicators(lists: readonly IndicatorList[]): IndicatorMatcher | undefined {
  const of = (kind: ListKind) =>
    lists
      .filter((list) => list.kind === kind && list.values !== '')
      .map(({ name, values }) => ({ name, values: values.split('\n') }));
  const addresses = of('ip').map(({ name, values }) => ({ name, set: new AddressSet(values) }));
  const domains = of('domain').map(({ name, values }) => ({ name, set: new Set(values) }));
  const hashes = of('hash').map(({ name, values }) => ({ name, set: new Set(values) }));
  if (addresses.length + domains.length + hashes.length === 0) return undefined;
  return {
    address: (text) => namesWhere(addresses, (set) => set.has(text)),
    domain(text) {
      const domain = normalDomain(text);
      return namesWhere(domains, (set) => holdsDomain(set, domain));
    },
    hash(text) {
      const hash = text.toLowerCase();
      return namesWhere(hashes, (set) => set.has(hash));
    },
  };
}

function namesWhere<S>(sets: ReadonlyArray<NamedSet<S>>, holds: (set: S) => boolean): string[] | undefined {
  let names: string[] | undefined;
  for (const { name, set } of sets) if (holds(set)) (names ??= []).push(name);
  return names;
}

/** As lists have them: small letters, neither the root's dot nor a port at the end. */
function normalDomain(text: string): string {
  return text.toLowerCase().replace(/\.?(:\d+)?$/, '');
}

function holdsDomain(domains: ReadonlySet<string>, domain: string): boolean {
  for (let at = 0; ; at++) {
    if (domains.has(at === 0 ? domain : domain.slice(at))) return true;
    at = domain.indexOf('.', at);
    if (at < 0) return false;
  }
}
