import type { KindDeclaration } from '../../common/kinds';
import { SiemError } from './errors';

/** The declared members of a kind (log types, rule types, channel types), looked up by id. */
export interface Registry<T extends KindDeclaration> {
  readonly all: readonly T[];
  find(id: string): T | undefined;
  /** Fails with `invalid_input`, naming the ids there are. */
  get(id: string): T;
}

/** Checks the list once, at start: ids are unique, titles, descriptions and documentation links are there. */
export function createRegistry<T extends KindDeclaration>(kind: string, members: readonly T[]): Registry<T> {
  const byId = new Map<string, T>();
  for (const member of members) {
    if (!/^[a-z][a-z0-9_]*$/.test(member.id)) throw new Error(`${kind} "${member.id}": ids are snake_case`);
    if (byId.has(member.id)) throw new Error(`${kind} "${member.id}" is declared twice`);
    if (!member.title || !member.description)
      throw new Error(`${kind} "${member.id}" lacks a title or description`);
    if (!/^https:\/\/\S+$/.test(member.docsUrl))
      throw new Error(`${kind} "${member.id}" lacks a documentation link`);
    byId.set(member.id, member);
  }
  return {
    all: members,
    find: (id) => byId.get(id),
    get(id) {
      const member = byId.get(id);
      if (!member) {
        throw new SiemError(
          'invalid_input',
          `There is no ${kind} "${id}"; there are ${[...byId.keys()].join(', ')}.`,
        );
      }
      return member;
    },
  };
}
