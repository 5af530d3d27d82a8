import type { NodeHealth } from '../../../common/health';
import type { Finding } from './finding';

interface Watched {
  id: string;
  name: string;
  status: { state: string; lastError?: { message: string } };
}

/** Rules or channels that fail, or that were changed past us. */
export function judgeObjects(kind: 'rule' | 'channel', objects: readonly Watched[]): Finding[] {
  return objects.flatMap(({ id, name, status }): Finding[] => {
    const subject = { kind, id, name };
    if (status.state === 'failing') {
      return [
        {
          kind: `${kind}_failing`,
          subject,
          severity: 'critical',
          message: status.lastError?.message ?? 'The last run failed.',
          advice:
            kind === 'rule'
              ? 'Windows that could not be searched are searched again by themselves when the cause is gone.'
              : 'What could not be delivered is tried again; the channel has a button that sends a test.',
        },
      ];
    }
    if (status.state !== 'changed_outside') return [];
    return [
      {
        kind: 'changed_outside',
        subject,
        severity: 'warning',
        message: 'It was changed outside SIEM, so nothing runs with it.',
        advice: 'Open it, check it and save it to allow it again.',
      },
    ];
  });
}

/** Nodes that cannot read objects, or that went without a word. */
export function judgeNodes(nodes: readonly NodeHealth[]): Finding[] {
  return nodes.flatMap(({ id, name, alive, worker }): Finding[] => {
    const subject = { kind: 'node' as const, id, name };
    if (!alive) {
      return [
        {
          kind: 'node_gone',
          subject,
          severity: 'warning',
          message: `OpenSearch Dashboards on ${name} has not been heard of for some minutes.`,
          advice: 'Its work was taken over by the other nodes. Look whether it runs and reaches OpenSearch.',
        },
      ];
    }
    if (worker !== 'failed') return [];
    return [
      {
        kind: 'worker_failed',
        subject,
        severity: 'critical',
        message: `The threads that read objects do not stay up on ${name}.`,
        advice:
          'They are started again by themselves; the log of OpenSearch Dashboards there says why they end.',
      },
    ];
  });
}
