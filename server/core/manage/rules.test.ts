import type { RuleInput } from '../../../common/rule';
import { fakeManagedObjects } from '../../../test/fakes/managed_objects';
import { SiemError } from '../errors';
import type { Search } from '../ports';
import type { StoredRule } from './rules';
import { createRuleService } from './rules';

const actor = { name: 'alice', roles: [], authenticated: true };
const search = {} as Search;
const input: RuleInput = {
  name: 'Port scan',
  type: 'threshold',
  enabled: true,
  index: { title: 'siem-logs-*', timeField: '@timestamp' },
  query: 'type:vpcflow',
  filters: [],
  params: { limit: 5 },
  interval: '1m',
  severity: 'high',
  channels: [],
};

function setUp() {
  const objects = fakeManagedObjects<StoredRule>();
  const service = createRuleService({
    objects,
    newId: () => 'r1',
    status: async () => undefined,
    summary: () => 'A sentence.',
    async validate(rule) {
      if (rule.query === '(') throw new SiemError('query_invalid', 'query: cannot be parsed');
      return { ...rule, params: { operator: '>=', ...rule.params } };
    },
    forget: async () => undefined,
    feed: { last: async () => 7 },
  });
  return { service, objects };
}

describe('rules', () => {
  it('are kept with what was left out filled in, when made and when changed', async () => {
    const { service } = setUp();
    expect((await service.create(input, actor, search)).params).toEqual({ operator: '>=', limit: 5 });
    const changed = await service.update({ id: 'r1' }, { ...input, params: { limit: 9 } }, actor, search);
    expect(changed).toMatchObject({ params: { operator: '>=', limit: 9 }, version: 2 });
  });

  it('are not kept where they cannot be run', async () => {
    const { service, objects } = setUp();
    await service.create(input, actor, search);
    await expect(service.update({ id: 'r1' }, { ...input, query: '(' }, actor, search)).rejects.toMatchObject(
      {
        code: 'query_invalid',
      },
    );
    expect(objects.stored('r1').query).toBe('type:vpcflow');
  });

  it('are not run when switched off or changed outside', async () => {
    const { service, objects } = setUp();
    await service.create(input, actor, search);
    expect((await service.runnable()).map(({ id }) => id)).toEqual(['r1']);
    objects.tamper('r1');
    expect(await service.runnable()).toEqual([]);
    await service.update({ id: 'r1' }, { ...input, enabled: false }, actor, search);
    expect(await service.runnable()).toEqual([]);
    expect((await service.get('r1')).status.state).toBe('disabled');
  });

  it('are told from what they were before, and keep the place of the feed where they changed to themselves', async () => {
    const { service, objects } = setUp();
    await service.create(input, actor, search);
    const before = await service.runnable();
    expect(await service.areCurrent(before)).toEqual([true]);
    const changed = await service.update({ id: 'r1' }, { ...input, enabled: false }, actor, search);
    expect(await service.areCurrent(before)).toEqual([false]);
    expect(objects.stored('r1').feedSeq).toBe(7);
    expect(changed).not.toHaveProperty('feedSeq');
    await service.remove('r1');
    expect(await service.areCurrent(before)).toEqual([false]);
  });
});
