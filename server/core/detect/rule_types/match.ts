import { defineRuleType } from '../rule_type';
import { matchVerdict } from '../match_verdict';
import { countWindows, MOST_POINTS } from '../windowed_groups';
import { eventCount, eventsOf, onceForEach, paceFirst } from '../wording';

interface MatchParams {
  groupBy: string[];
}

/** Fires when an event matches, for one group or for all together. */
export const match = defineRuleType<MatchParams>({
  id: 'match',
  title: 'Match',
  description: 'Alerts when an event matches: one alert for each group, or one for all.',
  docsUrl: 'https://opensearch.org/docs/latest/query-dsl/full-text/query-string/',
  fields: [
    {
      name: 'groupBy',
      type: 'event_fields',
      label: 'An alert for each',
      help: 'Events with the same values, such as the same user.name, become one alert, which grows until none has come for as long as "quiet for" says. Left empty, all events become one alert.',
      optional: true,
      default: [],
      maxItems: 3,
    },
  ],
  mostNewAlerts: 100,

  windowOf: (_params, interval) => interval,

  *judge({ groupBy }, { windows, withPoints }) {
    const counted = yield* countWindows({ windows, groupBy, ...(withPoints && { most: MOST_POINTS }) });
    return matchVerdict(counted, withPoints, ({ count }) => `${eventCount(count)} matched.`);
  },

  summary(rule, { groupBy }) {
    return `${paceFirst(rule)}, looks for ${eventsOf(rule)} and alerts when there is any${onceForEach(groupBy)}.`;
  },

  examples: [
    {
      title: 'The root user did something',
      params: {},
      interval: '5m',
      query: 'user.name:root',
      events: [
        { at: '10:01', times: 2, user: { name: 'root' } },
        { at: '10:02', user: { name: 'alice' } },
      ],
      fires: [{ window: '10:05', group: [], value: 2 }],
    },
    {
      title: 'An alert for each user who made an access key, those without a name being one',
      params: { groupBy: ['user.name'] },
      interval: '5m',
      query: 'event.action:CreateAccessKey',
      events: [
        { at: '10:01', event: { action: 'CreateAccessKey' }, user: { name: 'alice' } },
        { at: '10:02', event: { action: 'CreateAccessKey' }, user: { name: 'bob' } },
        { at: '10:03', event: { action: 'CreateAccessKey' } },
        { at: '10:04', event: { action: 'DeleteAccessKey' }, user: { name: 'carol' } },
      ],
      fires: [
        { window: '10:05', group: ['alice'], value: 1 },
        { window: '10:05', group: ['bob'], value: 1 },
        { window: '10:05', group: [null], value: 1 },
      ],
    },
    {
      title: 'Events in two intervals that adjoin make one alert that grows',
      params: { groupBy: ['user.name'] },
      interval: '5m',
      events: [
        { at: '10:04', user: { name: 'alice' } },
        { at: '10:06', user: { name: 'alice' } },
      ],
      fires: [
        { window: '10:05', group: ['alice'], value: 1 },
        { window: '10:10', group: ['alice'], value: 1 },
      ],
    },
  ],
});
