import type { NodeHealth } from '../../../common/health';
import type { ListView } from '../../../common/list';
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
    return status.state === 'changed_outside' ? [changedOutside(subject)] : [];
  });
}

/** Lists that cannot be fetched or were changed past us, and those that are used though their time is over. */
export function judgeLists(lists: readonly ListView[]): Finding[] {
  return lists.flatMap(({ id, name, status, usedBy, indicator }): Finding[] => {
    const subject = { kind: 'list' as const, id, name };
    switch (status.state) {
      case 'failing':
        return [
          {
            kind: 'list_failing',
            subject,
            severity: 'warning',
            message: status.lastError?.message ?? 'The list could not be fetched.',
            advice: 'The entries of before are used until it can be fetched again.',
          },
        ];
      case 'expired':
        if (usedBy.length === 0 && !indicator) return [];
        return [
          {
            kind: 'list_expired',
            subject,
            severity: 'warning',
            message: 'It has expired, so it counts as empty where it is used.',
            advice: 'Give it a later end, or take it out of what uses it.',
          },
        ];
      case 'changed_outside':
        return [changedOutside(subject)];
      default:
        return [];
    }
  });
}

function changedOutside(subject: Finding['subject']): Finding {
  return {
    kind: 'changed_outside',
    subject,
    severity: 'warning',
    message: 'It was changed outside SIEM, so nothing runs with it.',
    advice: 'Open it, check it and save it to allow it again.',
  };
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
