import {
  EuiButtonIcon,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiSwitch,
  EuiText,
  EuiTextArea,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { ExcludedCount, Exclusion } from '../../../common/exclusion';
import { FormRow } from '../../components/form_section';
import { excludedText } from './excluded_text';

interface Props {
  exclusion: Exclusion;
  /** From 1, for those who hear the form. */
  number: number;
  count?: ExcludedCount;
  errorOf(field: 'name' | 'condition' | 'keys'): string | undefined;
  onChange(change: Partial<Exclusion>): void;
  onRemove(): void;
}

/** One exclusion of a source. */
export function ExclusionRow({ exclusion, number, count, errorOf, onChange, onRemove }: Props) {
  return (
    <>
      <EuiPanel hasShadow={false} hasBorder paddingSize="s" data-test-subj="siemExclusion">
        <FormRow label={NAME} error={errorOf('name')}>
          <EuiFieldText
            fullWidth
            value={exclusion.name}
            isInvalid={errorOf('name') !== undefined}
            onChange={(event) => onChange({ name: event.target.value })}
            data-test-subj="siemExclusion-name"
          />
        </FormRow>
        <FormRow label={CONDITION} help={CONDITION_HELP} error={errorOf('condition')} optional>
          <EuiTextArea
            fullWidth
            rows={2}
            value={exclusion.condition ?? ''}
            placeholder="event.action:(Describe* OR List*) AND source.ip:10.0.0.0/8"
            isInvalid={errorOf('condition') !== undefined}
            onChange={(event) => onChange({ condition: event.target.value })}
            data-test-subj="siemExclusion-condition"
          />
        </FormRow>
        <FormRow label={KEYS} help={KEYS_HELP} error={errorOf('keys')} optional>
          <EuiFieldText
            fullWidth
            value={exclusion.keys ?? ''}
            placeholder="*/us-west-1/*"
            isInvalid={errorOf('keys') !== undefined}
            onChange={(event) => onChange({ keys: event.target.value.trim() })}
            data-test-subj="siemExclusion-keys"
          />
        </FormRow>
        <EuiSpacer size="s" />
        <EuiFlexGroup alignItems="center" responsive={false} gutterSize="s">
          <EuiFlexItem>
            <EuiSwitch
              label={COUNT_ONLY}
              checked={exclusion.countOnly ?? false}
              onChange={(event) => onChange({ countOnly: event.target.checked })}
              data-test-subj="siemExclusion-countOnly"
            />
            {count && (
              <EuiText size="xs" color="subdued">
                {excludedText(count, exclusion.countOnly)}
              </EuiText>
            )}
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButtonIcon
              iconType="trash"
              color="danger"
              onClick={onRemove}
              aria-label={i18n.translate('awsSiem.exclusion.remove', {
                defaultMessage: 'Remove exclusion {number}',
                values: { number },
              })}
            />
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiPanel>
      <EuiSpacer size="s" />
    </>
  );
}

const NAME = i18n.translate('awsSiem.exclusion.name', { defaultMessage: 'Name of the exclusion' });
const CONDITION = i18n.translate('awsSiem.exclusion.condition', { defaultMessage: 'Events that fit' });
const CONDITION_HELP = i18n.translate('awsSiem.exclusion.conditionHelp', {
  defaultMessage: 'Left empty, objects with the keys below are not even read.',
});
const KEYS = i18n.translate('awsSiem.exclusion.keys', { defaultMessage: 'In objects with the key' });
const KEYS_HELP = i18n.translate('awsSiem.exclusion.keysHelp', {
  defaultMessage: 'Of the whole key: * stands for any text, ? for one character. Left empty: all objects.',
});
const COUNT_ONLY = i18n.translate('awsSiem.exclusion.countOnly', {
  defaultMessage: 'Only count what it would drop',
});
