import { type LuceneNode, parseLucene } from './lucene';

/** A query that is read otherwise than most people mean it. */
export interface Trap {
  code: 'or_not' | 'mixed_operators' | 'bare_word';
  at: number;
}

/**
 * Traps of Lucene's syntax: `a OR NOT b` finds only events with a (it excludes b from all of them), `a OR b AND c` needs b and c and makes a
 * idle, and in `user.name:john smith` the second word is searched in every field. Fails with a QueryError.
 */
export function luceneTraps(text: string): Trap[] {
  return trapsIn(parseLucene(text));
}

function trapsIn(node: LuceneNode): Trap[] {
  if (node.kind === 'leaf') return [];
  const { clauses } = node;
  const traps: Trap[] = clauses.flatMap((clause) => trapsIn(clause.node));
  const orNot = clauses.find(({ joined, sign }) => joined === 'or' && sign === 'prohibited');
  if (orNot) traps.push({ code: 'or_not', at: orNot.at });
  const or = clauses.find(({ joined }) => joined === 'or');
  if (or && clauses.some(({ joined }) => joined === 'and'))
    traps.push({ code: 'mixed_operators', at: or.at });
  clauses.forEach(({ joined, sign, node: part, at }, index) => {
    const before = clauses[index - 1]?.node;
    const isBare =
      part.kind === 'leaf' && part.form === 'word' && part.field === undefined && !joined && !sign;
    if (isBare && before?.kind === 'leaf' && before.form === 'word' && before.field !== undefined) {
      traps.push({ code: 'bare_word', at });
    }
  });
  return traps;
}
