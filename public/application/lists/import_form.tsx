import {
  EuiAccordion,
  EuiButton,
  EuiButtonEmpty,
  EuiFilePicker,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSelect,
  EuiSpacer,
  EuiSwitch,
  EuiTextArea,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import type { ListFormat, ListImportResponse, ListView } from '../../../common/list';
import { FormRow } from '../../components/form_section';
import { RequestError } from '../../components/page_states';
import { useAction } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { FORMAT_OPTIONS } from './feed_fields';
import { ImportResult } from './import_result';

/** A text of more characters is not shown for editing: browsers grow slow. */
const SHOWN = 200_000;

/** Takes entries from a file or from what is typed: first looked at, then taken. */
export function ImportForm({ list, onImported }: { list: ListView; onImported(): Promise<void> }) {
  const { api } = useSiem();
  const [text, setText] = useState('');
  const [format, setFormat] = useState<ListFormat>('text');
  const [column, setColumn] = useState('');
  const [add, setAdd] = useState(list.status.entries > 0);
  const run = useAction(async (dryRun: boolean): Promise<ListImportResponse & { dryRun: boolean }> => {
    const mode = add ? 'add' : 'replace';
    const chosen = format === 'csv' && column !== '' ? { column } : {};
    const answer = await api.lists.importEntries(list.id, { format, text, mode, dryRun, ...chosen });
    if (!dryRun) await onImported();
    return { ...answer, dryRun };
  });
  const columns = run.result?.columns ?? [];

  async function take(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (!file) return;
    setFormat(/\.csv$/i.test(file.name) ? 'csv' : 'text');
    setColumn('');
    run.reset();
    setText(await file.text());
  }

  return (
    <EuiAccordion
      id="siemListImport"
      initialIsOpen={list.status.entries === 0 && list.url === undefined}
      buttonContent={i18n.translate('awsSiem.list.import', { defaultMessage: 'Import from text or CSV' })}
      data-test-subj="siemListImport"
    >
      <EuiSpacer size="s" />
      <EuiFilePicker
        fullWidth
        compressed
        aria-label={i18n.translate('awsSiem.list.file', { defaultMessage: 'File with values' })}
        initialPromptText={i18n.translate('awsSiem.list.filePrompt', {
          defaultMessage: 'Choose or drop a file',
        })}
        onChange={(files) => void take(files)}
        data-test-subj="siemListFile"
      />
      <EuiSpacer size="m" />
      <FormRow
        label={i18n.translate('awsSiem.list.text', { defaultMessage: 'Values' })}
        help={i18n.translate('awsSiem.list.textHelp', {
          defaultMessage:
            'One a line, # for comments; with an expiry and a comment: value,2027-01-31,comment',
        })}
      >
        {text.length > SHOWN ? (
          <p>
            <FormattedMessage
              id="awsSiem.list.tooLong"
              defaultMessage="{size} MB, too much to be shown here."
              values={{ size: (text.length / 1_000_000).toFixed(1) }}
            />
          </p>
        ) : (
          <EuiTextArea
            fullWidth
            rows={5}
            value={text}
            onChange={({ target }) => setText(target.value)}
            data-test-subj="siemListText"
          />
        )}
      </FormRow>
      <FormRow label={i18n.translate('awsSiem.list.importFormat', { defaultMessage: 'Format' })}>
        <EuiSelect
          fullWidth
          options={FORMAT_OPTIONS}
          value={format}
          onChange={({ target }) => setFormat(target.value as ListFormat)}
          data-test-subj="siemListFormat"
        />
      </FormRow>
      {format === 'csv' && columns.length > 0 && (
        <FormRow label={i18n.translate('awsSiem.list.importColumn', { defaultMessage: 'Column' })}>
          <EuiSelect
            fullWidth
            options={columns.map((name) => ({ value: name, text: name }))}
            value={column || run.result?.column}
            onChange={({ target }) => setColumn(target.value)}
            data-test-subj="siemListColumn"
          />
        </FormRow>
      )}
      <EuiSpacer size="s" />
      <EuiSwitch
        label={i18n.translate('awsSiem.list.importAdd', {
          defaultMessage: 'Add to the entries there are, instead of replacing them',
        })}
        checked={add}
        onChange={({ target }) => setAdd(target.checked)}
        data-test-subj="siemListAdd"
      />
      <EuiSpacer size="m" />
      {run.error && <RequestError error={run.error} />}
      {run.result && <ImportResult result={run.result} dryRun={run.result.dryRun} />}
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiButton
            size="s"
            isDisabled={text === ''}
            isLoading={run.running}
            onClick={() => void run.run(false)}
            data-test-subj="siemListImportRun"
          >
            <FormattedMessage id="awsSiem.list.importRun" defaultMessage="Import" />
          </EuiButton>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            isDisabled={text === '' || run.running}
            onClick={() => void run.run(true)}
            data-test-subj="siemListImportCheck"
          >
            <FormattedMessage id="awsSiem.list.importCheck" defaultMessage="Check only" />
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
    </EuiAccordion>
  );
}
