import { EuiButton, EuiFieldText, EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import type { ListView } from '../../../common/list';
import { RequestError } from '../../components/page_states';
import { SiemForm } from '../../components/siem_form';
import { useAction } from '../../services/use_request';
import { useSiem } from '../siem_context';

/** Adds one entry. */
export function AddEntry({ id, onAdded }: { id: string; onAdded(list: ListView): void }) {
  const { api } = useSiem();
  const [value, setValue] = useState('');
  const [comment, setComment] = useState('');
  const add = useAction(async () => {
    const entry = { value, ...(comment.trim() !== '' && { comment }) };
    onAdded(await api.lists.changeEntries(id, { add: [entry] }));
  });
  const label = {
    value: i18n.translate('awsSiem.entries.newValue', { defaultMessage: 'New value' }),
    comment: i18n.translate('awsSiem.entries.newComment', { defaultMessage: 'Comment, optional' }),
  };
  return (
    <SiemForm onSubmit={() => void add.run()} testSubject="siemAddEntryForm">
      {add.error && <RequestError error={add.error} />}
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem>
          <EuiFieldText
            fullWidth
            compressed
            aria-label={label.value}
            placeholder={label.value}
            value={value}
            onChange={({ target }) => setValue(target.value)}
            data-test-subj="siemNewEntry"
          />
        </EuiFlexItem>
        <EuiFlexItem>
          <EuiFieldText
            fullWidth
            compressed
            aria-label={label.comment}
            placeholder={label.comment}
            value={comment}
            onChange={({ target }) => setComment(target.value)}
            data-test-subj="siemNewEntryComment"
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButton
            size="s"
            type="submit"
            isDisabled={value.trim() === ''}
            isLoading={add.running}
            data-test-subj="siemAddEntry"
          >
            <FormattedMessage id="awsSiem.entries.add" defaultMessage="Add" />
          </EuiButton>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
    </SiemForm>
  );
}
