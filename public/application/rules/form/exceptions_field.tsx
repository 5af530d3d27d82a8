import {
  EuiButtonEmpty,
  EuiButtonIcon,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { RuleInput } from '../../../../common/rule';
import { FormRow } from '../../../components/form_section';
import { QueryInput } from '../../../components/query_input/query_input';
import { TimeField } from '../../../components/time_field';
import type { FieldErrors } from '../../../services/errors';

type Exception = NonNullable<RuleInput['exceptions']>[number];

const QUERY = i18n.translate('awsSiem.exception.query', { defaultMessage: 'Leave out events that match' });
const COMMENT = i18n.translate('awsSiem.exception.comment', { defaultMessage: 'Why' });
const EXPIRY = i18n.translate('awsSiem.exception.expiry', { defaultMessage: 'Until' });

interface Props {
  exceptions: Exception[];
  errors: FieldErrors;
  onChange(exceptions: Exception[]): void;
}

/** Events that are none of the rule's business, why, and until when. */
export function ExceptionsField({ exceptions, errors, onChange }: Props) {
  const change = (position: number, changes: Partial<Exception>) =>
    onChange(exceptions.map((each, at) => (at === position ? { ...each, ...changes } : each)));
  return (
    <div data-test-subj="siemExceptions">
      {exceptions.map(({ query, comment, expiresAt }, position) => (
        <React.Fragment key={position}>
          <EuiPanel paddingSize="s" hasShadow={false} color="subdued">
            <FormRow label={QUERY} error={errors[`exceptions.${position}.query`]}>
              <QueryInput
                label={QUERY}
                rows={1}
                value={query}
                placeholder='user.name:"backup-job"'
                isInvalid={!!errors[`exceptions.${position}.query`]}
                onChange={(text) => change(position, { query: text })}
                testSubject="siemException-query"
              />
            </FormRow>
            <EuiSpacer size="s" />
            <EuiFlexGroup gutterSize="s" responsive={false} alignItems="flexEnd">
              <EuiFlexItem grow={3}>
                <FormRow optional label={COMMENT} error={errors[`exceptions.${position}.comment`]}>
                  <EuiFieldText
                    fullWidth
                    value={comment ?? ''}
                    onChange={(event) => change(position, { comment: event.target.value })}
                    data-test-subj="siemException-comment"
                  />
                </FormRow>
              </EuiFlexItem>
              <EuiFlexItem grow={2}>
                <FormRow optional label={EXPIRY} error={errors[`exceptions.${position}.expiresAt`]}>
                  <TimeField
                    label={EXPIRY}
                    value={expiresAt}
                    onChange={(time) => change(position, { expiresAt: time })}
                  />
                </FormRow>
              </EuiFlexItem>
              <EuiFlexItem grow={false}>
                <EuiButtonIcon
                  iconType="trash"
                  color="danger"
                  aria-label={i18n.translate('awsSiem.exception.remove', {
                    defaultMessage: 'Remove exception {number}',
                    values: { number: position + 1 },
                  })}
                  onClick={() => onChange(exceptions.filter((_, at) => at !== position))}
                />
              </EuiFlexItem>
            </EuiFlexGroup>
          </EuiPanel>
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
      <EuiButtonEmpty
        size="xs"
        iconType="plusInCircle"
        onClick={() => onChange([...exceptions, { query: '' }])}
        isDisabled={exceptions.length >= 100}
        data-test-subj="siemAddException"
      >
        <FormattedMessage id="awsSiem.exception.add" defaultMessage="Add exception" />
      </EuiButtonEmpty>
    </div>
  );
}
