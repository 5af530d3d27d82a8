import { SiemError } from '../../errors';
import type { ValueList, ValueLists } from '../../ports';
import { BUILT_IN_LISTS } from './built_in_lists';

/** The lists of these names, built-in ones before those of users. Fails with `invalid_input` where there is none of a name. */
export async function findLists(names: Iterable<string>, lists: ValueLists): Promise<Map<string, ValueList>> {
  const found = new Map<string, ValueList>();
  for (const name of new Set(names)) {
    const list = BUILT_IN_LISTS.get(name) ?? (await lists.get(name));
    if (!list) {
      throw new SiemError(
        'invalid_input',
        `There is no list "${name}"; make it on the Lists page, or choose another.`,
      );
    }
    found.set(name, list);
  }
  return found;
}
