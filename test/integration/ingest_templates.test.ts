import { Client } from '@opensearch-project/opensearch';
import { installTemplates, TEMPLATE_VERSION } from '../../server/adapters/opensearch/templates';
import { alertMappingProperties } from '../../server/core/detect/alert_mapping';
import { logTypes } from '../../server/core/ingest/log_types';
import { MAPPING_ANALYSIS } from '../../server/core/ingest/mapping';

const client = new Client({ node: process.env['OPENSEARCH_URL'] ?? '' });
// A type of its own, since other suites use those there are.
const type = `t${Date.now().toString(36)}`;
const name = `siem-logs-${type}`;
const install = (bestCompression = false) =>
  installTemplates(client, {
    bestCompression,
    logTypes: [{ ...logTypes.get('cloudtrail'), id: type }],
    alertProperties: alertMappingProperties,
  });

interface Installed {
  version: number;
  index_patterns: string[];
  template: {
    settings: { index: { codec: string; refresh_interval: string } };
    mappings: { dynamic: string; properties: Record<string, unknown> };
  };
}

async function installed(): Promise<Installed> {
  const { body } = await client.transport.request({ method: 'GET', path: `/_index_template/${name}` });
  return (body as unknown as { index_templates: Array<{ index_template: Installed }> }).index_templates[0]
    ?.index_template as Installed;
}

/** A template as another version of the plugin would have left it. */
const put = (version: number) =>
  client.transport.request({
    method: 'PUT',
    path: `/_index_template/${name}`,
    body: {
      index_patterns: [`${name}-*`],
      priority: 200,
      version,
      template: { settings: { analysis: MAPPING_ANALYSIS }, mappings: { dynamic: false } },
    },
  });

afterAll(async () => {
  await client.indices.delete({ index: `${name}-*` }, { ignore: [404] });
  await client.transport.request({ method: 'DELETE', path: `/_index_template/${name}` });
  await client.close();
});

describe('index templates', () => {
  it('are installed, once or again', async () => {
    await install();
    await install();
    expect(await installed()).toMatchObject({ version: TEMPLATE_VERSION, index_patterns: [`${name}-*`] });
  });

  it('are not written again by the same version, unless what they are made of has changed', async () => {
    const template = await installed();
    template.template.settings.index.refresh_interval = '42s';
    await client.transport.request({
      method: 'PUT',
      path: `/_index_template/${name}`,
      body: { ...template },
    });
    await install();
    expect((await installed()).template.settings.index.refresh_interval).toBe('42s');
    await install(true);
    const { index } = (await installed()).template.settings;
    expect(index).toMatchObject({ codec: 'best_compression', refresh_interval: '5s' });
    await install();
    expect((await installed()).template.settings.index.codec).toBe('default');
  });

  it('take documents of every log type, open objects included', async () => {
    const answer = await client.index({
      index: `${name}-default-2026.01`,
      body: {
        '@timestamp': '2026-01-15T12:00:00Z',
        type,
        aws: { cloudtrail: { request_parameters: { a: [{ b: null }, 'text', { c: { d: 1 } }] } } },
      },
    });
    expect(answer.statusCode).toBe(201);
    const { body } = await client.indices.getMapping({ index: `${name}-default-2026.01` });
    const mapping = JSON.stringify(body);
    const { body: info } = await client.info();
    const [major = 0, minor = 0] = info.version.number.split('.').map(Number);
    expect(mapping.includes('flat_object')).toBe(major > 2 || minor >= 19);
    expect(mapping).toContain('siem_lowercase');
  });

  it('replace older ones and widen indices that exist, and leave newer ones alone', async () => {
    await put(TEMPLATE_VERSION - 1);
    await client.indices.create({ index: `${name}-default-2025.12` });
    await install();
    expect((await installed()).version).toBe(TEMPLATE_VERSION);
    const { body } = await client.indices.getMapping({ index: `${name}-default-2025.12` });
    expect(JSON.stringify(body)).toContain('"source"');
    await put(TEMPLATE_VERSION + 1);
    await install();
    expect((await installed()).version).toBe(TEMPLATE_VERSION + 1);
  });
});
