import type { HealthEpisode } from '../../../common/health';
import type { HealthEvent } from './ports';

/** A document of `siem-health-*`, in ECS as far as that goes. */
interface HealthDocument {
  '@timestamp': string;
  message: string;
  event: { kind: 'state'; module: 'aws_siem'; start: string; end?: string; duration?: number };
  health: Pick<HealthEpisode, 'id' | 'kind' | 'severity' | 'subject' | 'advice'> & {
    phase: HealthEvent['phase'];
  };
}

export function healthDocument({ at, phase, episode }: HealthEvent): HealthDocument {
  const { id, kind, severity, subject, message, advice, since, until } = episode;
  return {
    '@timestamp': new Date(at).toISOString(),
    message,
    event: {
      kind: 'state',
      module: 'aws_siem',
      start: since,
      // ECS has durations in nanoseconds.
      ...(until !== undefined && { end: until, duration: (Date.parse(until) - Date.parse(since)) * 1e6 }),
    },
    health: { id, kind, severity, subject, advice, phase },
  };
}

export function episodeOf(source: Record<string, unknown>): HealthEpisode {
  const { message, event, health } = source as unknown as HealthDocument;
  const { phase: _phase, ...rest } = health;
  return { ...rest, message, since: event.start, ...(event.end !== undefined && { until: event.end }) };
}

const keyword = { type: 'keyword', ignore_above: 1_024 };

/** Mapping properties of `siem-health-*`. */
export const healthProperties = {
  '@timestamp': { type: 'date' },
  message: { type: 'text' },
  event: {
    properties: {
      kind: keyword,
      module: keyword,
      start: { type: 'date' },
      end: { type: 'date' },
      duration: { type: 'long' },
    },
  },
  health: {
    properties: {
      id: keyword,
      kind: keyword,
      severity: keyword,
      phase: keyword,
      subject: { properties: { kind: keyword, id: keyword, name: keyword } },
    },
  },
};
