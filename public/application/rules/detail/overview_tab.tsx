import { EuiSpacer } from '@elastic/eui';
import React from 'react';
import type { RuleView } from '../../../../common/rule';
import { AlertsPanel } from './alerts_panel';
import type { TabProps } from './detail_params';
import { RunbookPanel } from './runbook_panel';
import { SearchPanel } from './search_panel';
import { ThreatsPanel } from './threats_panel';

/** The rule's alerts beside what it looks for and what is to be done when it fires. */
export function OverviewTab({ rule, params, setParams }: TabProps & { rule: RuleView }) {
  return (
    <div className="siem-grid siem-halves">
      <AlertsPanel rule={rule} params={params} setParams={setParams} />
      <div>
        <SearchPanel rule={rule} />
        <EuiSpacer size="m" />
        <RunbookPanel rule={rule} />
        <ThreatsPanel rule={rule} />
      </div>
    </div>
  );
}
