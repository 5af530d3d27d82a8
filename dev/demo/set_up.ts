import { PATHS } from '../../common/api';
import type { ChannelInput } from '../../common/channel';
import { CONTENT_PATHS, type ContentBody, type ContentResponse } from '../../common/content';
import type { SourceInput } from '../../common/source';
import type { MailPage } from '../embedded/mail_page';
import { attackRules } from '../../server/core/sample_data/attack_rules';
import { PREFIXES } from '../../server/core/sample_data/generator/log_object';
import type { SiemApi } from './siem_api';

export interface Places {
  mail: Pick<MailPage, 'host' | 'port'>;
  webhookUrl: string;
  s3Endpoint: string;
  bucket: string;
}

interface Made {
  id: string;
}

/** A mail channel and a webhook channel. Returns their ids. */
export async function makeChannels(api: SiemApi, { mail, webhookUrl }: Places): Promise<string[]> {
  const channels: ChannelInput[] = [
    {
      name: 'Security team',
      type: 'email',
      enabled: true,
      settings: {
        host: mail.host,
        port: mail.port,
        security: 'none',
        from: 'siem@acme.example',
        to: ['soc@acme.example'],
      },
    },
    {
      name: 'Ticket system',
      type: 'webhook',
      enabled: true,
      settings: { url: webhookUrl, method: 'POST', secretHeader: 'Authorization' },
    },
  ];
  const made = await Promise.all(channels.map((channel) => api.post<Made>(PATHS.channels, channel)));
  return made.map(({ id }) => id);
}

/** Rules first, then sources: a rule looks at what arrives after it was made. Returns how many of each. */
export async function makeRulesAndSources(
  api: SiemApi,
  channels: string[],
  { s3Endpoint, bucket }: Places,
): Promise<{ rules: number; sources: number }> {
  const rules = attackRules().map(({ rule }) => ({ ...rule, channels }));
  await Promise.all(rules.map((rule) => api.post<Made>(PATHS.rules, rule)));
  const sources = Object.entries(PREFIXES).map(([logType, prefix]): SourceInput => ({
    name: `Acme ${logType}`,
    logType,
    bucket,
    prefix,
    region: 'us-east-1',
    endpoint: s3Endpoint,
    credentials: {
      kind: 'access_keys',
      accessKeyId: 'AKIADEMODEMODEMO',
      secretAccessKey: 'any secret will do',
    },
    pollInterval: '10s',
    // Databases know nothing true of made-up addresses; WAF and CloudFront name countries themselves.
    enrichment: { geo: false },
    enabled: true,
  }));
  await Promise.all(sources.map((source) => api.post<Made>(PATHS.sources, source)));
  return { rules: rules.length, sources: sources.length };
}

/** The prebuilt dashboards, as the button of the app installs them. Returns how many. */
export async function installDashboards(api: SiemApi): Promise<number> {
  const body: ContentBody = { edited: false };
  const { dashboards } = await api.post<ContentResponse>(CONTENT_PATHS.install, body);
  return dashboards.length;
}
