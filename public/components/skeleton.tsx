import { EuiPanel } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';

interface Props {
  /** Grids of panels, as rows of the page: the class of each grid and the class of each of its panels. */
  rows: ReadonlyArray<{ grid: string; panels: readonly string[] }>;
}

/** Stands where a page will be, with panels of the size that they will have. */
export function Skeleton({ rows }: Props) {
  return (
    <div
      role="status"
      aria-label={i18n.translate('awsSiem.skeleton', { defaultMessage: 'Loading' })}
      data-test-subj="siemSkeleton"
    >
      {rows.map(({ grid, panels }, row) => (
        <div key={row} className={`siem-grid siem-gap ${grid}`}>
          {panels.map((panel, index) => (
            <EuiPanel key={index} hasShadow={false} paddingSize="m" className={panel}>
              <div className="siem-bone siem-bone--title" />
              <div className="siem-bone" />
            </EuiPanel>
          ))}
        </div>
      ))}
    </div>
  );
}
