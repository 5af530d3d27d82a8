import { EuiCallOut, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { formatBytes, formatNumber } from '../../services/format';
import type { Stored } from './data_rows';
import { sizeText } from './texts';

/** Which indices the next daily run deletes, each with its size; nothing where there are none. */
export function DeletionNote({ deleted }: { deleted: Stored }) {
  if (deleted.indices.length === 0) return null;
  return (
    <EuiCallOut
      color="warning"
      iconType="trash"
      size="s"
      title={i18n.translate('awsSiem.data.willDelete', {
        defaultMessage: 'The next daily run deletes {what}, for good',
        values: { what: sizeText(deleted) },
      })}
      data-test-subj="siemDataDeletes"
    >
      <EuiText size="xs" className="siem-scroll" tabIndex={0}>
        <ul>
          {deleted.indices.map(({ name, docs, bytes }) => (
            <li key={name} className="siem-break">
              {i18n.translate('awsSiem.data.willDeleteIndex', {
                defaultMessage: '{name}: {docs} documents, {size}',
                values: { name, docs: formatNumber(docs), size: formatBytes(bytes) },
              })}
            </li>
          ))}
        </ul>
      </EuiText>
    </EuiCallOut>
  );
}
