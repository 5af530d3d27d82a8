import type { ChannelInput, ChannelView } from '../../common/channel';
import type { RuleInput, RuleView } from '../../common/rule';
import type { SourceInput, SourceView } from '../../common/source';

// The server refuses keys it does not know, so what goes back must be less than what came.

/** What a stored rule was made from. */
export function ruleInputOf(rule: RuleView): RuleInput {
  const {
    id: _id,
    version: _v,
    summary: _s,
    createdAt: _c,
    updatedAt: _u,
    updatedBy: _b,
    status: _st,
    ...input
  } = rule;
  return input;
}

/** What a stored source was made from; its secret stays on the server. */
export function sourceInputOf(source: SourceView): SourceInput {
  const { id: _id, createdAt: _c, updatedAt: _u, updatedBy: _b, status: _st, credentials, ...input } = source;
  const { secretAccessKeySet: _set, ...rest } = credentials;
  return { ...input, credentials: rest };
}

/** What a stored channel was made from; its secrets stay on the server. */
export function channelInputOf(channel: ChannelView): ChannelInput {
  const { name, type, enabled, settings } = channel;
  return { name, type, enabled, settings };
}
