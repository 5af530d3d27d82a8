import type { SourceInput } from '../../../common/source';
import { fakeManagedObjects } from '../../../test/fakes/managed_objects';
import { createSecretBox } from '../secrets/secret_box';
import type { ReadableSource } from './sources';
import { createSourceService } from './sources';

const actor = { name: 'alice', roles: [], authenticated: true };
const SECRET = 'wJalrXUtnFEMI/K7MDENG';
const input: SourceInput = {
  name: 'Flow logs',
  logType: 'vpcflow',
  bucket: 'acme-logs',
  region: 'eu-central-1',
  endpoint: 'https://s3.example.com',
  credentials: { kind: 'access_keys', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: SECRET },
  pollInterval: '1m',
  enabled: true,
};
const withoutSecret = (change: Partial<SourceInput> = {}): SourceInput => ({
  ...input,
  credentials: { kind: 'access_keys', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
  ...change,
});

function setUp(keys = ['k'.repeat(44)]) {
  const objects = fakeManagedObjects<SourceInput>();
  const tested: ReadableSource[] = [];
  const forgotten: string[] = [];
  let ids = 0;
  const service = createSourceService({
    objects,
    secrets: createSecretBox(keys),
    check: () => undefined,
    newId: () => `s${++ids}`,
    status: async () => undefined,
    async test(source) {
      tested.push(source);
      return { ok: true, message: '', objects: [], events: [], rejects: [] };
    },
    forget: async (id) => void forgotten.push(id),
  });
  return { service, objects, tested, forgotten };
}

describe('sources', () => {
  it('keep the secret sealed and show only that there is one', async () => {
    const { service, objects } = setUp();
    const view = await service.create(input, actor);
    expect(JSON.stringify(objects.stored('s1'))).not.toContain(SECRET);
    expect(JSON.stringify([view, await service.list(), await service.get('s1')])).not.toContain(SECRET);
    expect(view.credentials).toEqual({
      kind: 'access_keys',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKeySet: true,
    });
    expect(view.status.state).toBe('waiting');
  });

  it('open the secret for the engine alone', async () => {
    const { service } = setUp();
    await service.create(input, actor);
    const [source] = await service.runnable();
    expect(source?.open().credentials).toMatchObject({ secretAccessKey: SECRET });
  });

  it('keep the stored secret where it was not typed again', async () => {
    const { service } = setUp();
    await service.create(input, actor);
    await service.update({ id: 's1' }, withoutSecret({ name: 'New name' }), actor);
    expect((await service.runnable())[0]?.open()).toMatchObject({
      name: 'New name',
      credentials: { secretAccessKey: SECRET },
    });
  });

  it.each<[string, Partial<SourceInput>]>([
    ['endpoint', { endpoint: 'https://evil.example.com' }],
    ['access key id', { credentials: { kind: 'access_keys', accessKeyId: 'AKIAIOSFODNN7OTHERID' } }],
  ])('ask for the secret again when the %s changes', async (_what, change) => {
    const { service, tested } = setUp();
    await service.create(input, actor);
    await expect(service.update({ id: 's1' }, withoutSecret(change), actor)).rejects.toMatchObject({
      code: 'secret_needed',
    });
    await expect(service.test(withoutSecret(change), 's1')).rejects.toMatchObject({ code: 'secret_needed' });
    expect(tested).toEqual([]);
  });

  it('are tested with the stored secret where none was typed', async () => {
    const { service, tested } = setUp();
    await service.create(input, actor);
    await service.test(withoutSecret(), 's1');
    expect(tested[0]?.credentials).toMatchObject({ secretAccessKey: SECRET });
  });

  it('cannot be stored with a secret where there is no key, but with a role', async () => {
    const { service } = setUp([]);
    await expect(service.create(input, actor)).rejects.toMatchObject({ code: 'no_encryption_key' });
    const role = { kind: 'role' as const, roleArn: 'arn:aws:iam::123456789012:role/siem', externalId: 'x' };
    expect((await service.create({ ...input, credentials: role }, actor)).credentials).toEqual(role);
  });

  it('are not run when switched off or changed outside', async () => {
    const { service, objects } = setUp();
    await service.create({ ...input, enabled: false }, actor);
    await service.create(input, actor);
    objects.tamper('s2');
    expect(await service.runnable()).toEqual([]);
    expect((await service.list()).map(({ status }) => status.state)).toEqual(['paused', 'changed_outside']);
  });

  it('are forgotten by the engine when deleted', async () => {
    const { service, forgotten } = setUp();
    await service.create(input, actor);
    await service.remove('s1');
    expect(forgotten).toEqual(['s1']);
    await expect(service.get('s1')).rejects.toMatchObject({ code: 'not_found' });
  });
});
