import { APP_ID } from '../../common/plugin';
import type { ContentObject } from '../core/content/content_object';
import { SEVERITY_COLORS } from './build/colors';
import { indexPattern, type FieldFormats, type MappedField } from './build/index_pattern';
import { ALERTS, LOGS, PATTERN_TITLES } from './build/saved_object';

const BYTES = { id: 'bytes' };
const LINK = { id: 'url' };
/** As identifiers are read: without separators of thousands. */
const PLAIN_NUMBER = { id: 'number', params: { pattern: '0' } };

const SEVERITY = {
  id: 'color',
  params: {
    fieldType: 'string',
    colors: Object.entries(SEVERITY_COLORS).map(([name, background]) => ({
      // GuardDuty writes High, Security Hub HIGH.
      regex: `^${[...name].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('')}$`,
      range: '-Infinity:Infinity',
      text: name === 'medium' ? '#000000' : '#FFFFFF',
      background,
    })),
  },
};

const OUTCOME = {
  id: 'color',
  params: {
    fieldType: 'string',
    colors: [{ regex: '^failure$', range: '-Infinity:Infinity', text: '#FFFFFF', background: '#BD271E' }],
  },
};

const LOG_FORMATS: FieldFormats = {
  'source.bytes': BYTES,
  'destination.bytes': BYTES,
  'network.bytes': BYTES,
  'http.request.bytes': BYTES,
  'http.response.bytes': BYTES,
  'http.response.body.bytes': BYTES,
  'aws.s3access.bytes_sent': BYTES,
  'aws.s3access.object_size': BYTES,
  'source.port': PLAIN_NUMBER,
  'destination.port': PLAIN_NUMBER,
  'http.response.status_code': PLAIN_NUMBER,
  'event.outcome': OUTCOME,
  'event.url': LINK,
  'aws.securityhub_findings.remediation.recommendation.url': LINK,
  'aws.guardduty.severity.value': SEVERITY,
  'aws.securityhub_findings.severity.label': SEVERITY,
};

const ALERT_FORMATS: FieldFormats = {
  'alert.severity': SEVERITY,
  'alert.id': {
    id: 'url',
    params: {
      urlTemplate: `/app/${APP_ID}/alerts?alert={{value}}`,
      labelTemplate: 'Open',
      openLinkInCurrentTab: true,
    },
  },
  'source.port': PLAIN_NUMBER,
  'destination.port': PLAIN_NUMBER,
  'http.response.status_code': PLAIN_NUMBER,
};

/** The index patterns of events and alerts, with the fields of their mappings. */
export function indexPatterns(fields: {
  logs: readonly MappedField[];
  alerts: readonly MappedField[];
}): ContentObject[] {
  return [
    indexPattern(LOGS, PATTERN_TITLES[LOGS], fields.logs, LOG_FORMATS),
    indexPattern(ALERTS, PATTERN_TITLES[ALERTS], fields.alerts, ALERT_FORMATS),
  ];
}
