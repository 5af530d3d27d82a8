import type { StatusResponse } from '../../../common/api';
import type { ChannelView } from '../../../common/channel';
import type { RuleView } from '../../../common/rule';
import { isSampleRule, type SampleData } from '../../../common/sample_data';
import type { SourceView } from '../../../common/source';

/** What there is, as the server knows it. */
export interface Facts {
  status?: StatusResponse;
  sample: SampleData;
  sources: SourceView[];
  rules: RuleView[];
  channels: ChannelView[];
}

/** Which steps from nothing to the first alert are done; read off what there is, so that it holds for everybody and is never out of date. */
export interface Progress {
  ready: boolean;
  /** A source or the sample data is there. */
  input: boolean;
  events: number;
  ownRule: boolean;
  alert: boolean;
  /** A rule has something to find, and has not told yet. */
  alertExpected: boolean;
  channel: boolean;
}

export function progressOf({ status, sample, sources, rules, channels }: Facts): Progress {
  const events = sources.reduce((sum, source) => sum + source.status.events, sample.events);
  const alert = sample.alerts > 0 || rules.some((rule) => rule.status.lastAlertAt !== undefined);
  return {
    ready: status !== undefined && status.background.on && status.encryption.ready,
    input: sources.length > 0 || sample.present,
    events,
    ownRule: rules.some((rule) => !isSampleRule(rule)),
    alert,
    alertExpected: !alert && events > 0 && rules.some(({ enabled }) => enabled),
    channel: channels.length > 0,
  };
}

/** Whether something happens by itself that the guide should show when it is there. */
export function isWaiting({ input, events, alertExpected }: Progress): boolean {
  return (input && events === 0) || alertExpected;
}
