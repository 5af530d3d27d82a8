import { EuiComboBox, EuiConfirmModal, EuiFormRow, EuiSelect } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useState } from 'react';
import { SEVERITIES, type RuleView, type Severity } from '../../../common/rule';
import { severityLabel } from '../../components/badges';
import { defaultSnooze, SnoozeField } from './snooze_field';
import type { RuleChange } from './use_rule_changes';

/** The changes that need an answer first. */
export type BulkQuestion = 'snooze' | 'add_tags' | 'remove_tags' | 'set_severity';

interface Props {
  question: BulkQuestion;
  rules: RuleView[];
  onCancel(): void;
  onConfirm(change: RuleChange): void;
}

const TAGS = i18n.translate('awsSiem.bulkDialog.tags', { defaultMessage: 'Tags' });
const SEVERITY = i18n.translate('awsSiem.bulkDialog.severity', { defaultMessage: 'Severity' });

/** Asks until when, which tags or which severity. */
export function BulkDialog({ question, rules, onCancel, onConfirm }: Props) {
  const [until, setUntil] = useState(defaultSnooze);
  const [tags, setTags] = useState<string[]>([]);
  const [severity, setSeverity] = useState<Severity>('medium');
  const known = [...new Set(rules.flatMap((rule) => rule.tags ?? []))].sort();
  const isTags = question === 'add_tags' || question === 'remove_tags';
  const answer: RuleChange = {
    action: question,
    ...(question === 'snooze' && { until }),
    ...(isTags && { tags }),
    ...(question === 'set_severity' && { severity }),
  };
  return (
    <EuiConfirmModal
      title={titleOf(question, rules.length)}
      onCancel={onCancel}
      onConfirm={() => onConfirm(answer)}
      confirmButtonDisabled={isTags && tags.length === 0}
      cancelButtonText={i18n.translate('awsSiem.bulkDialog.cancel', { defaultMessage: 'Cancel' })}
      confirmButtonText={i18n.translate('awsSiem.bulkDialog.apply', { defaultMessage: 'Apply' })}
      data-test-subj="siemBulkDialog"
    >
      {question === 'snooze' && <SnoozeField value={until} onChange={setUntil} />}
      {isTags && (
        <EuiFormRow fullWidth label={TAGS}>
          <EuiComboBox
            fullWidth
            // This EUI does not hand an aria-label on to the input.
            inputRef={(input) => input?.setAttribute('aria-label', TAGS)}
            options={known.map((label) => ({ label }))}
            selectedOptions={tags.map((label) => ({ label }))}
            onChange={(options) => setTags(options.map(({ label }) => label))}
            {...(question === 'add_tags' && {
              onCreateOption: (text: string) => setTags([...new Set([...tags, text.trim()])]),
            })}
            data-test-subj="siemBulkTags"
          />
        </EuiFormRow>
      )}
      {question === 'set_severity' && (
        <EuiFormRow fullWidth label={SEVERITY}>
          <EuiSelect
            fullWidth
            options={SEVERITIES.map((value) => ({ value, text: severityLabel(value) }))}
            value={severity}
            onChange={({ target }) => setSeverity(target.value as Severity)}
            data-test-subj="siemBulkSeverity"
          />
        </EuiFormRow>
      )}
    </EuiConfirmModal>
  );
}

function titleOf(question: BulkQuestion, count: number): string {
  const values = { count };
  switch (question) {
    case 'snooze':
      return i18n.translate('awsSiem.bulkDialog.snoozeTitle', {
        defaultMessage: 'Snooze {count, plural, one {one rule} other {# rules}}',
        values,
      });
    case 'add_tags':
      return i18n.translate('awsSiem.bulkDialog.addTagsTitle', {
        defaultMessage: 'Add tags to {count, plural, one {one rule} other {# rules}}',
        values,
      });
    case 'remove_tags':
      return i18n.translate('awsSiem.bulkDialog.removeTagsTitle', {
        defaultMessage: 'Remove tags from {count, plural, one {one rule} other {# rules}}',
        values,
      });
    case 'set_severity':
      return i18n.translate('awsSiem.bulkDialog.severityTitle', {
        defaultMessage: 'Set the severity of {count, plural, one {one rule} other {# rules}}',
        values,
      });
  }
}
