import { EuiHealth, EuiInMemoryTable, EuiSpacer, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { ClusterHealth } from '../../../common/health';
import { Fact } from '../../components/fact';
import { formatBytes, formatNumber } from '../../services/format';
import { Panel } from './panel';

type Index = ClusterHealth['indices'][number];

const COLORS: Record<string, string> = { green: 'success', yellow: 'warning', red: 'danger' };
const INDICES = i18n.translate('awsSiem.cluster.indices', { defaultMessage: 'Indices of AWS SIEM' });

/** OpenSearch: its state, disks, shards, and what our indices hold. */
export function ClusterPanel({ cluster }: { cluster: ClusterHealth }) {
  const { status, nodes, shards, disks, indices, unchecked } = cluster;
  const bytes = indices.reduce((sum, index) => sum + index.bytes, 0);
  const docs = indices.reduce((sum, index) => sum + index.docs, 0);
  return (
    <Panel title="OpenSearch" testSubject="siemHealthCluster">
      <div className="siem-grid siem-facts">
        <Fact
          label={i18n.translate('awsSiem.cluster.status', { defaultMessage: 'State' })}
          value={<EuiHealth color={COLORS[status] ?? 'subdued'}>{statusLabel(status)}</EuiHealth>}
          note={
            nodes !== undefined &&
            i18n.translate('awsSiem.cluster.nodes', {
              defaultMessage: '{nodes, plural, one {# data node} other {# data nodes}}',
              values: { nodes },
            })
          }
          testSubject="siemFact-cluster"
        />
        <Fact
          label={i18n.translate('awsSiem.cluster.shards', { defaultMessage: 'Shards' })}
          value={shards ? formatNumber(shards.open) : '–'}
          note={
            shards &&
            i18n.translate('awsSiem.cluster.shardLimit', {
              defaultMessage: 'of {limit} that may be',
              values: { limit: formatNumber(shards.limit) },
            })
          }
        />
        {disks.map(({ node, total, free }) => (
          <Fact
            key={node}
            label={i18n.translate('awsSiem.cluster.disk', {
              defaultMessage: 'Disk of {node}',
              values: { node },
            })}
            value={`${Math.round(100 * (1 - free / total))} %`}
            note={i18n.translate('awsSiem.cluster.diskFree', {
              defaultMessage: '{free} of {total} free',
              values: { free: formatBytes(free), total: formatBytes(total) },
            })}
          />
        ))}
        <Fact
          label={INDICES}
          value={formatBytes(bytes)}
          note={i18n.translate('awsSiem.cluster.docs', {
            defaultMessage: '{docs} documents in {count, plural, one {# index} other {# indices}}',
            values: { docs: formatNumber(docs), count: indices.length },
          })}
        />
      </div>
      {unchecked.length > 0 && (
        <>
          <EuiSpacer size="s" />
          <EuiText size="xs" color="subdued" data-test-subj="siemUnchecked">
            {unchecked.map(({ part, reason }) => (
              <div key={part}>
                {i18n.translate('awsSiem.cluster.unchecked', {
                  defaultMessage: 'Not checked ({part}): {reason}',
                  values: { part, reason },
                })}
              </div>
            ))}
          </EuiText>
        </>
      )}
      <EuiSpacer size="m" />
      <EuiInMemoryTable
        items={indices}
        itemId="name"
        columns={INDEX_COLUMNS}
        sorting={{ sort: { field: 'bytes', direction: 'desc' } }}
        pagination={indices.length > 10 ? { initialPageSize: 10, pageSizeOptions: [10, 50, 200] } : false}
        message={i18n.translate('awsSiem.cluster.none', { defaultMessage: 'There are no indices yet.' })}
        tableCaption={INDICES}
        data-test-subj="siemIndices"
      />
    </Panel>
  );
}

function statusLabel(status: ClusterHealth['status']): string {
  switch (status) {
    case 'green':
      return i18n.translate('awsSiem.cluster.green', { defaultMessage: 'Green' });
    case 'yellow':
      return i18n.translate('awsSiem.cluster.yellow', { defaultMessage: 'Yellow: replicas lack' });
    case 'red':
      return i18n.translate('awsSiem.cluster.red', { defaultMessage: 'Red: shards lack' });
    case 'unknown':
      return i18n.translate('awsSiem.cluster.unknown', { defaultMessage: 'Unknown' });
  }
}

const INDEX_COLUMNS: Array<EuiBasicTableColumn<Index>> = [
  {
    field: 'name',
    name: i18n.translate('awsSiem.cluster.index', { defaultMessage: 'Index' }),
    sortable: true,
    render: (name: string) => <span className="siem-break">{name}</span>,
  },
  {
    field: 'health',
    name: i18n.translate('awsSiem.cluster.health', { defaultMessage: 'Health' }),
    width: '120px',
    sortable: true,
    render: (health: string) => <EuiHealth color={COLORS[health] ?? 'subdued'}>{health}</EuiHealth>,
  },
  {
    field: 'docs',
    name: i18n.translate('awsSiem.cluster.documents', { defaultMessage: 'Documents' }),
    width: '140px',
    align: 'right',
    sortable: true,
    render: (docs: number) => <span className="siem-number">{formatNumber(docs)}</span>,
  },
  {
    field: 'bytes',
    name: i18n.translate('awsSiem.cluster.size', { defaultMessage: 'Size' }),
    width: '120px',
    align: 'right',
    sortable: true,
    render: (bytes: number) => <span className="siem-number">{formatBytes(bytes)}</span>,
  },
];
