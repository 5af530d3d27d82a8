import * as t from 'io-ts';
import { describeErrors, pattern, text } from '../common/codec';
import { maxItems } from '../common/field';
import { object } from '../common/object_codec';
import type { PluginConfigDescriptor } from '../types/opensearch_dashboards_server';

const ROLES = ['ui', 'ingest', 'rules'] as const;
export type NodeRole = (typeof ROLES)[number];

const EncryptionKey = pattern(/^\s*[\s\S]{32,}\s*$/, 'at least 32 characters long');
const KeyList = maxItems(t.array(EncryptionKey), 10);

/** The keystore holds one text, the yml a list; a text is a list of one. */
const EncryptionKeys = new t.Type<string[], string[], unknown>(
  'EncryptionKeys',
  (value): value is string[] => KeyList.is(value),
  (value, context) => KeyList.validate(typeof value === 'string' ? [value] : value, context),
  t.identity,
);

const Settings = object(
  {},
  {
    enabled: t.boolean,
    /** Newest first; the first one seals, all of them open. */
    encryptionKeys: EncryptionKeys,
    /** Address of OSD as people reach it, for links in messages. */
    publicUrl: pattern(/^https?:\/\/[^\s]+$/, 'an http(s) address'),
    outbound: object(
      {},
      {
        /** Networks (CIDR), host names and `.suffixes` that may be reached though they are private. */
        allow: maxItems(t.array(text(255)), 1_000),
        /** Path of a PEM file with further certificate authorities. */
        ca: text(4_096),
      },
    ),
    node: object({}, { roles: maxItems(t.array(t.keyof({ ui: null, ingest: null, rules: null })), 3) }),
    /** Who background work is done as where the security plugin is installed; see docs/security.md. */
    opensearch: object({ username: text(200), password: text(1_000) }),
    /** Paths of the user's own MaxMind DB files, of cities and of networks. */
    enrichment: object({}, { cityDatabase: text(4_096), asnDatabase: text(4_096) }),
    roles: object({}, { write: maxItems(t.array(text(200)), 100) }),
  },
);

/** The settings below `awsSiem.` in opensearch_dashboards.yml and the keystore, defaults filled in. */
export interface SiemConfig {
  enabled: boolean;
  encryptionKeys: string[];
  publicUrl?: string;
  outbound: { allow: string[]; ca?: string };
  nodeRoles: readonly NodeRole[];
  opensearch?: { username: string; password: string };
  enrichment: { cityDatabase?: string; asnDatabase?: string };
  /** Roles of the security plugin that may change things; everyone signed in may where it is empty. */
  writeRoles: string[];
}

/** @throws Error naming every wrong setting; the host stops with its message. */
export function parseConfig(value: unknown, namespace = 'awsSiem'): SiemConfig {
  const result = Settings.decode(value ?? {});
  if (result._tag === 'Left') {
    throw new Error(
      describeErrors(result.left)
        .map((line) => `[${namespace}].${line}`)
        .join('; '),
    );
  }
  const settings = result.right;
  return {
    enabled: settings.enabled ?? true,
    encryptionKeys: settings.encryptionKeys ?? [],
    publicUrl: settings.publicUrl?.replace(/\/+$/, ''),
    outbound: { ...settings.outbound, allow: settings.outbound?.allow ?? [] },
    nodeRoles: settings.node?.roles ?? ROLES,
    opensearch: settings.opensearch,
    enrichment: settings.enrichment ?? {},
    writeRoles: settings.roles?.write ?? [],
  };
}

/** OSD accepts any schema with this mark, so that ours needs no library of the host. */
export const config: PluginConfigDescriptor<SiemConfig> = {
  schema: {
    __isOsdConfigSchemaType: true,
    validate: (value, _context, namespace) => parseConfig(value, namespace),
  },
};
