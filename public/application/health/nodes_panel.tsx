import { EuiBasicTable, EuiHealth, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { NodeHealth } from '../../../common/health';
import { useTimeFormat } from '../../components/use_time_format';
import { Panel } from './panel';

const TITLE = i18n.translate('awsSiem.nodes.title', { defaultMessage: 'Nodes of OpenSearch Dashboards' });

/** The nodes that do background work. */
export function NodesPanel({ nodes }: { nodes: NodeHealth[] }) {
  const formatTime = useTimeFormat();
  const columns: Array<EuiBasicTableColumn<NodeHealth>> = [
    {
      name: i18n.translate('awsSiem.nodes.name', { defaultMessage: 'Node' }),
      render: ({ name, version, roles }: NodeHealth) => (
        <div className="siem-break">
          {name}
          <EuiText size="xs" color="subdued">
            {version} · {roles.join(', ')}
          </EuiText>
        </div>
      ),
    },
    {
      name: i18n.translate('awsSiem.nodes.worker', { defaultMessage: 'Worker threads' }),
      width: '150px',
      render: ({ alive, worker }: NodeHealth) => <WorkerState alive={alive} worker={worker} />,
    },
    {
      name: i18n.translate('awsSiem.nodes.seen', { defaultMessage: 'Last heard of' }),
      width: '190px',
      render: ({ seenAt }: NodeHealth) => (
        <span className="siem-number siem-nowrap">{formatTime(seenAt)}</span>
      ),
    },
  ];
  return (
    <Panel title={TITLE} testSubject="siemHealthNodes">
      <EuiBasicTable
        items={nodes}
        itemId="id"
        columns={columns}
        noItemsMessage={i18n.translate('awsSiem.nodes.none', {
          defaultMessage: 'No node has said yet that it is there.',
        })}
        tableCaption={TITLE}
      />
    </Panel>
  );
}

function WorkerState({ alive, worker }: Pick<NodeHealth, 'alive' | 'worker'>) {
  if (!alive) {
    return (
      <EuiHealth color="warning">
        {i18n.translate('awsSiem.nodes.away', { defaultMessage: 'Away' })}
      </EuiHealth>
    );
  }
  switch (worker) {
    case 'running':
      return (
        <EuiHealth color="success">
          {i18n.translate('awsSiem.nodes.running', { defaultMessage: 'Running' })}
        </EuiHealth>
      );
    case 'failed':
      return (
        <EuiHealth color="danger">
          {i18n.translate('awsSiem.nodes.failed', { defaultMessage: 'Failing' })}
        </EuiHealth>
      );
    case 'idle':
      return (
        <EuiHealth color="subdued">
          {i18n.translate('awsSiem.nodes.idle', { defaultMessage: 'Not used' })}
        </EuiHealth>
      );
  }
}
