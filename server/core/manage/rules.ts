import type { RuleInput, RuleStatus, RuleView } from '../../../common/rule';
import type { NewId, Search } from '../ports';
import type { Actor, Bookkeeping, ManagedObject, ManagedObjects, Seen } from './managed_objects';

export type StoredRule = RuleInput & {
  version: number;
  /** The feed's number when it was changed: what came later is judged by the rule as it is now, or as it is when it is switched on. */
  feedSeq?: number;
};
export type RunnableRule = StoredRule & { id: string; createdAt: string };

interface Parts {
  objects: ManagedObjects<StoredRule>;
  newId: NewId;
  status(rule: Pick<RunnableRule, 'id' | 'createdAt'>): Promise<RuleStatus | undefined>;
  summary(rule: RuleInput): string;
  /** The rule with defaults filled in. Fails with `invalid_input` or `query_invalid`; searches as the user who saves. */
  validate(rule: RuleInput, search: Search): Promise<RuleInput>;
  forget(id: string): Promise<void>;
  feed: { last(): Promise<number> };
}

export interface RuleService {
  list(): Promise<RuleView[]>;
  get(id: string): Promise<RuleView>;
  /** `id`: that of an imported rule; a new one unless given. */
  create(input: RuleInput, actor: Actor, search: Search, id?: string): Promise<RuleView>;
  /** Fails as `create` and `update` would, and changes nothing. */
  check(input: RuleInput, search: Search): Promise<void>;
  update(seen: Seen, input: RuleInput, actor: Actor, search: Search): Promise<RuleView>;
  remove(id: string): Promise<void>;
  /** Enabled rules that our own routes wrote; for the evaluator. */
  runnable(): Promise<RunnableRule[]>;
  /** For each whether it is still as `runnable` told of it: not deleted, changed or switched off since. */
  areCurrent(rules: readonly RunnableRule[]): Promise<boolean[]>;
}

/** What people do with rules. A rule is tried as the user who saves it before it is kept. */
export function createRuleService(parts: Parts): RuleService {
  const { objects, newId } = parts;

  async function view(object: ManagedObject<StoredRule>): Promise<RuleView> {
    const { schemaVersion: _v, createdBy: _c, feedSeq: _s, ...rule } = object.attributes;
    return { ...rule, id: object.id, summary: parts.summary(rule), status: await statusOf(object) };
  }

  async function statusOf({ id, attributes, allowed }: ManagedObject<StoredRule>): Promise<RuleStatus> {
    const known = (await parts.status({ id, createdAt: attributes.createdAt })) ?? { state: 'waiting' };
    if (!allowed) return { ...known, state: 'changed_outside' };
    return attributes.enabled ? known : { ...known, state: 'disabled' };
  }

  return {
    list: async () => Promise.all((await objects.list()).map(view)),
    get: async (id) => view(await objects.get(id)),

    async create(input, actor, search, id = newId()) {
      const rule = await parts.validate(input, search);
      return view(await objects.create(id, { ...rule, version: 1 }, actor));
    },

    async check(input, search) {
      await parts.validate(input, search);
    },

    async update(seen, input, actor, search) {
      const current = await objects.getSeen(seen);
      const rule = await parts.validate(input, search);
      const { version, enabled, feedSeq = 0 } = current.attributes;
      // Nothing has been judged by a rule that is switched off.
      const changed = { ...rule, version: version + 1, feedSeq: enabled ? await parts.feed.last() : feedSeq };
      return view(await objects.replace(current, changed, actor));
    },

    async remove(id) {
      await objects.remove(id);
      await parts.forget(id);
    },

    async runnable() {
      const stored = await objects.list();
      return stored
        .filter(({ allowed, attributes }) => allowed && attributes.enabled)
        .map(({ id, attributes }) => ({ ...attributes, id }));
    },

    areCurrent: (rules) =>
      objects.areCurrent(
        rules.map(({ id, ...attributes }) => ({ id, attributes: attributes as StoredRule & Bookkeeping })),
      ),
  };
}

/** What a user said about a rule, without what the server adds. */
export function inputOf(rule: RuleView): RuleInput {
  const {
    id: _a,
    version: _b,
    summary: _c,
    createdAt: _d,
    updatedAt: _e,
    updatedBy: _f,
    status: _g,
    ...input
  } = rule;
  return input;
}
