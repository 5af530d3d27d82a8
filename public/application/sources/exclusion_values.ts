import type { Exclusion } from '../../../common/exclusion';
import { withoutEmpty } from '../../services/validate';

/** What a new exclusion starts as: it only counts, so that nothing is lost before one has seen what it would drop. */
export const NEW_EXCLUSION: Exclusion = { name: '', condition: '', keys: '', countOnly: true };

/** The exclusions that the form's rows mean; none at all is left out. */
export function exclusionsOf(rows: readonly Exclusion[]): Exclusion[] | undefined {
  return rows.length > 0 ? rows.map(withoutEmpty) : undefined;
}

/** The rows with one changed. */
export function changed(rows: readonly Exclusion[], at: number, change: Partial<Exclusion>): Exclusion[] {
  return rows.map((row, index) => (index === at ? { ...row, ...change } : row));
}
