import type { Client } from '@opensearch-project/opensearch';
import { healthProperties } from '../../core/health/health_document';
import type { LogType } from '../../core/ingest/log_type';
import { MAPPING_ANALYSIS, mappingProperties } from '../../core/ingest/mapping';
import { fromClientError } from './errors';
import { auditProperties, rejectProperties, ruleLogProperties } from './template_fields';

/** Raised with each change of a template's content; a lower one in the cluster is replaced, a higher one is a newer node's and stays. */
export const TEMPLATE_VERSION = 3;

/** Above templates that users have for `*`, below what they make for our names on purpose. */
const PRIORITY = 200;

export interface Template {
  name: string;
  pattern: string;
  settings: Record<string, unknown>;
  properties: Record<string, unknown>;
}

type TemplateClient = Pick<Client, 'transport' | 'info'>;

/**
 * Installs the composable index templates of all our indices, and brings mappings of existing indices up to them (new fields only). Templates of
 * this version are left as they are, unless `bestCompression` or what OpenSearch can do has changed: each writing is an update of the cluster's state.
 * `alertProperties` are the mapping properties of `siem-alerts-*`.
 */
export async function installTemplates(
  client: TemplateClient,
  parts: Omit<TemplateParts, 'flatObject'>,
): Promise<void> {
  try {
    const flatObject = await takesFlatObjects(client);
    const inputs = { flat_object: flatObject, best_compression: parts.bestCompression ?? false };
    for (const template of templatesOf({ ...parts, flatObject })) await install(client, template, inputs);
  } catch (thrown) {
    throw fromClientError(thrown);
  }
}

interface TemplateParts {
  logTypes: readonly LogType[];
  alertProperties: Record<string, unknown>;
  flatObject: boolean;
  /** Whether new indices of events are compressed more. */
  bestCompression?: boolean;
}

/** All templates, as data. */
export function templatesOf(parts: TemplateParts): Template[] {
  const codec = parts.bestCompression ? 'best_compression' : 'default';
  const logs = parts.logTypes.map((logType) => ({
    name: `siem-logs-${logType.id}`,
    pattern: `siem-logs-${logType.id}-*`,
    settings: {
      refresh_interval: '5s',
      codec,
      analysis: MAPPING_ANALYSIS,
      'mapping.total_fields.limit': 2_000,
    },
    properties: mappingProperties(logType, { flatObject: parts.flatObject }),
  }));
  const plain = (kind: string, refresh: string, properties: Record<string, unknown>) => ({
    name: `siem-${kind}`,
    pattern: `siem-${kind}-*`,
    settings: { refresh_interval: refresh },
    properties,
  });
  return [
    ...logs,
    plain('rejects', '5s', rejectProperties),
    plain('alerts', '1s', parts.alertProperties),
    plain('audit', '1s', auditProperties),
    plain('rule-log', '1s', ruleLogProperties),
    plain('health', '1s', healthProperties),
  ];
}

/** Besides the version, what decides on a template's content; kept in its `_meta`. */
interface TemplateInputs {
  flat_object: boolean;
  best_compression: boolean;
}

interface PresentTemplate {
  version?: number;
  _meta?: Partial<TemplateInputs>;
}

async function install(client: TemplateClient, template: Template, inputs: TemplateInputs): Promise<void> {
  const path = `/_index_template/${template.name}`;
  const found = await client.transport.request({ method: 'GET', path }, { ignore: [404] });
  const present = (found.body as { index_templates?: Array<{ index_template: PresentTemplate }> })
    .index_templates?.[0]?.index_template;
  const version = present?.version ?? 0;
  if (version > TEMPLATE_VERSION) return;
  if (version === TEMPLATE_VERSION && isMadeOf(present?._meta, inputs)) return;
  const mappings = { dynamic: false, properties: template.properties };
  await client.transport.request({
    method: 'PUT',
    path,
    body: {
      index_patterns: [template.pattern],
      priority: PRIORITY,
      version: TEMPLATE_VERSION,
      _meta: { managed_by: 'AWS SIEM for OpenSearch Dashboards', ...inputs },
      template: {
        settings: { number_of_shards: 1, auto_expand_replicas: '0-1', ...template.settings },
        mappings,
      },
    },
  });
  if (present && version < TEMPLATE_VERSION) await widen(client, template, mappings);
}

function isMadeOf(meta: PresentTemplate['_meta'], inputs: TemplateInputs): boolean {
  return meta?.flat_object === inputs.flat_object && meta.best_compression === inputs.best_compression;
}

/** Fields may be added to indices that exist; one whose type has changed keeps its old mapping until the next index. */
async function widen(client: TemplateClient, { pattern }: Template, body: object): Promise<void> {
  await client.transport.request(
    {
      method: 'PUT',
      path: `/${pattern}/_mapping`,
      querystring: { allow_no_indices: true, ignore_unavailable: true },
      body: body as Record<string, unknown>,
    },
    { ignore: [400, 404] },
  );
}

/** That of OpenSearch 2.8 refuses a null and does not find what is in arrays; from 2.19 on all our events are taken and found. Trying it would take an index. */
async function takesFlatObjects(client: TemplateClient): Promise<boolean> {
  const { body } = await client.info();
  const version = (body as { version?: { number?: string; distribution?: string } }).version;
  if (version?.distribution !== 'opensearch') return false;
  const [major = 0, minor = 0] = (version.number ?? '').split('.').map(Number);
  return major > 2 || (major === 2 && minor >= 19);
}
