import { TACTICS, TECHNIQUES } from '../../../common/mitre';

const ATTACK = 'https://attack.mitre.org';

/** The name of a MITRE ATT&CK tactic, or its id where we know no name. */
export function tacticName(id: string): string {
  return TACTICS.find((tactic) => tactic.id === id)?.name ?? id;
}

/** The name of a technique behind that of the one it belongs to, or its id where we know no name. */
export function techniqueName(id: string): string {
  const nameOf = (one: string) => TECHNIQUES.find((technique) => technique.id === one)?.name;
  const name = nameOf(id);
  const parent = id.includes('.') ? nameOf(id.slice(0, id.indexOf('.'))) : undefined;
  return name === undefined ? id : parent === undefined ? name : `${parent}: ${name}`;
}

/** The page of a tactic such as `TA0001`. */
export function tacticUrl(id: string): string {
  return `${ATTACK}/tactics/${id}/`;
}

/** The page of a technique such as `T1078` or `T1078.004`. */
export function techniqueUrl(id: string): string {
  return `${ATTACK}/techniques/${id.replace('.', '/')}/`;
}
