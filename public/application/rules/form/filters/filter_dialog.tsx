import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSpacer,
  EuiSwitch,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import { CustomFilterFields, type CustomFilter } from './custom_filter_fields';
import {
  customFilter,
  customOf,
  EMPTY_FILTER,
  filterOf,
  formOf,
  isComplete,
  metaOf,
  type RuleFilter,
} from './filter_model';
import { PlainFilterFields } from './plain_filter_fields';

interface Props {
  /** A new one unless given. */
  filter?: RuleFilter;
  onSave(filter: RuleFilter): void;
  onCancel(): void;
}

/** Sets one filter, over the page: by field, comparison and value, or as query DSL. */
export function FilterDialog({ filter, onSave, onCancel }: Props) {
  const [plain, setPlain] = useState(() => (filter ? formOf(filter) : EMPTY_FILTER));
  const [custom, setCustom] = useState<CustomFilter>(() => {
    const { name, query } = customOf(filter ?? { query: {} });
    return { name, text: JSON.stringify(query, null, 2) };
  });
  const [{ negate, disabled }, setFlags] = useState(() => {
    const meta = metaOf(filter ?? {});
    return { negate: meta.negate ?? false, disabled: meta.disabled ?? false };
  });
  const query = plain ? undefined : dslOf(custom.text);
  const result = plain
    ? isComplete(plain) && filterOf({ ...plain, disabled })
    : query && customFilter(custom.name.trim() || custom.text, query, { negate, disabled });

  return (
    <EuiModal onClose={onCancel} style={{ width: 560 }} data-test-subj="siemFilterEditor">
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          {filter
            ? i18n.translate('awsSiem.filter.change', { defaultMessage: 'Change filter' })
            : i18n.translate('awsSiem.filter.add', { defaultMessage: 'Add filter' })}
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        {plain ? (
          <PlainFilterFields form={plain} onChange={(changes) => setPlain({ ...plain, ...changes })} />
        ) : (
          <>
            <CustomFilterFields filter={custom} isInvalid={!query} onChange={setCustom} />
            <EuiSpacer size="m" />
            <EuiSwitch
              label={i18n.translate('awsSiem.filter.negate', { defaultMessage: 'Leave these events out' })}
              checked={negate}
              onChange={(event) => setFlags({ negate: event.target.checked, disabled })}
            />
          </>
        )}
        <EuiSpacer size="m" />
        <EuiSwitch
          label={i18n.translate('awsSiem.filter.off', { defaultMessage: 'Off: kept, and not used' })}
          checked={disabled}
          onChange={(event) => setFlags({ negate, disabled: event.target.checked })}
          data-test-subj="siemFilterOff"
        />
      </EuiModalBody>
      <EuiModalFooter>
        <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center">
          {plain && (
            <EuiFlexItem grow={false}>
              <EuiButtonEmpty
                flush="left"
                onClick={() => {
                  if (isComplete(plain))
                    setCustom({ name: '', text: JSON.stringify(customOf(filterOf(plain)).query, null, 2) });
                  setFlags({ negate: plain.negate, disabled });
                  setPlain(undefined);
                }}
              >
                <FormattedMessage id="awsSiem.filter.asDsl" defaultMessage="Edit as query DSL" />
              </EuiButtonEmpty>
            </EuiFlexItem>
          )}
          <EuiFlexItem />
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty onClick={onCancel}>
              <FormattedMessage id="awsSiem.filter.cancel" defaultMessage="Cancel" />
            </EuiButtonEmpty>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButton
              fill
              isDisabled={!result}
              onClick={() => result && onSave(result)}
              data-test-subj="siemFilterSave"
            >
              <FormattedMessage id="awsSiem.filter.apply" defaultMessage="Apply" />
            </EuiButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiModalFooter>
    </EuiModal>
  );
}

function dslOf(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && Object.keys(value).length > 0 ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
