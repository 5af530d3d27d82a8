import {
  EuiButtonEmpty,
  EuiButtonGroup,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingSpinner,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import type { RuleInput, RuleSample } from '../../../../../common/rule';
import { PREVIEW_PERIODS, type PreviewBody } from '../../../../../common/rule_preview';
import { errorMessage } from '../../../../services/errors';
import { PreviewResult } from './preview_result';
import { useRulePreview } from './use_rule_preview';

type Period = PreviewBody['period'];

const PERIODS: Record<Period, string> = {
  '1h': i18n.translate('awsSiem.preview.hour', { defaultMessage: '1 hour' }),
  '24h': i18n.translate('awsSiem.preview.day', { defaultMessage: '24 hours' }),
  '7d': i18n.translate('awsSiem.preview.week', { defaultMessage: '7 days' }),
};

interface Props {
  rule: RuleInput;
  /** Whether the rule can be tried. */
  isWhole: boolean;
  /** What it lacks. */
  problems: string[];
  onKeep(event: RuleSample['event'], expect: RuleSample['expect']): void;
}

/** What the rule would have done in the last hour, day or week; it follows each change of the form. */
export function PreviewPanel({ rule, isWhole, problems, onKeep }: Props) {
  const [period, setPeriod] = useState<Period>('24h');
  const preview = useRulePreview(rule, period, isWhole);
  return (
    <EuiPanel paddingSize="m" hasShadow={false} data-test-subj="siemPreview">
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiTitle size="xs">
            <h2>
              <FormattedMessage id="awsSiem.preview.title" defaultMessage="Preview" />
            </h2>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem>{preview.loading && <EuiLoadingSpinner size="m" aria-label={TRYING} />}</EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonGroup
            legend={i18n.translate('awsSiem.preview.period', { defaultMessage: 'Period of the preview' })}
            buttonSize="compressed"
            options={PREVIEW_PERIODS.map((id) => ({
              id: `siemPreview-${id}`,
              label: PERIODS[id],
              'data-test-subj': `siemPreview-${id}`,
            }))}
            idSelected={`siemPreview-${period}`}
            onChange={(id) => setPeriod(id.replace('siemPreview-', '') as Period)}
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="xs"
            iconType="refresh"
            isDisabled={!isWhole || preview.loading}
            onClick={preview.reload}
            aria-label={i18n.translate('awsSiem.preview.again', { defaultMessage: 'Try again' })}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {preview.error && (
        <>
          <EuiCallOut
            size="s"
            color="danger"
            iconType="alert"
            title={errorMessage(preview.error)}
            data-test-subj="siemPreviewError"
          />
          <EuiSpacer size="s" />
        </>
      )}
      {!isWhole && <NotWhole problems={problems} />}
      {preview.data && (
        <div className={preview.isCurrent ? undefined : 'siem-stale'}>
          <PreviewResult preview={preview.data} isCurrent={preview.isCurrent} onKeep={onKeep} />
        </div>
      )}
      {isWhole && !preview.data && !preview.error && <div className="siem-chart" />}
    </EuiPanel>
  );
}

const TRYING = i18n.translate('awsSiem.preview.trying', { defaultMessage: 'Trying the rule' });

function NotWhole({ problems }: { problems: string[] }) {
  return (
    <EuiText size="s" color="subdued" data-test-subj="siemPreviewNotYet">
      <p>
        <FormattedMessage
          id="awsSiem.preview.notYet"
          defaultMessage="As soon as the rule is whole, this shows what it would have found. It still needs:"
        />
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </EuiText>
  );
}
