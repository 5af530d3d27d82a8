import { EuiIcon } from '@elastic/eui';
import React from 'react';
import { formatChange } from '../services/format';

const ICONS = { up: 'sortUp', down: 'sortDown', same: 'minus' };

/** How a count stands to the one of the period before. */
export function ChangeNote({ count, before }: { count: number; before: number }) {
  const { direction, text } = formatChange(count, before);
  return (
    <span className="siem-nowrap">
      <EuiIcon type={ICONS[direction]} size="s" /> {text}
    </span>
  );
}
