import {
  EuiButton,
  EuiFilePicker,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiTextArea,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { FormRow } from '../../../components/form_section';
import { PageHeader } from '../../../components/page_header';
import { RequestError } from '../../../components/page_states';
import { formatBytes } from '../../../services/format';
import { useAction } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { ImportResults } from './import_results';
import { starterRules } from './starter_rules';

/** A text of more characters is not shown for editing: browsers grow slow. */
const SHOWN = 200_000;

/** Takes in rules from a file or pasted text: first a look at what would happen to each, then the import. */
export function ImportRulesPage() {
  const { api, canWrite } = useSiem();
  const { search } = useLocation();
  const starters = new URLSearchParams(search).get('from') === 'starters';
  const [text, setText] = useState(() => (starters ? starterRules() : ''));
  const look = useAction((ndjson: string) => api.importRules({ ndjson, dryRun: true }));
  const apply = useAction((ndjson: string) => api.importRules({ ndjson, dryRun: false }));
  const isEmpty = text.trim() === '';

  function replace(next: string): void {
    // What was found is about another text.
    look.reset();
    apply.reset();
    setText(next);
  }

  async function take(files: FileList | null): Promise<void> {
    const file = files?.[0];
    replace(file ? await file.text() : '');
  }

  return (
    <div data-test-subj="siemImportPage">
      <PageHeader
        title={i18n.translate('awsSiem.ruleImport.title', { defaultMessage: 'Import rules' })}
        description={i18n.translate('awsSiem.ruleImport.description', {
          defaultMessage:
            'Rules as the export writes them, one a line. A rule whose id is here already is changed, any other one is made.',
        })}
        parent={{ title: i18n.translate('awsSiem.rules.title', { defaultMessage: 'Rules' }), path: '/rules' }}
      />
      <EuiPanel hasShadow={false} paddingSize="m">
        <EuiFilePicker
          fullWidth
          compressed
          accept=".ndjson,.json,.jsonl,.txt"
          aria-label={i18n.translate('awsSiem.ruleImport.file', { defaultMessage: 'File with rules' })}
          initialPromptText={i18n.translate('awsSiem.ruleImport.filePrompt', {
            defaultMessage: 'Choose or drop an .ndjson file',
          })}
          onChange={(files) => void take(files)}
          data-test-subj="siemImportFile"
        />
        <EuiSpacer size="m" />
        <FormRow label={i18n.translate('awsSiem.ruleImport.text', { defaultMessage: 'Rules, one a line' })}>
          {text.length > SHOWN ? (
            <p>
              <FormattedMessage
                id="awsSiem.ruleImport.tooLong"
                defaultMessage="{size}, too much to be shown here."
                values={{ size: formatBytes(text.length) }}
              />
            </p>
          ) : (
            <EuiTextArea
              fullWidth
              rows={8}
              spellCheck={false}
              className="siem-mono"
              value={text}
              onChange={({ target }) => replace(target.value)}
              data-test-subj="siemImportText"
            />
          )}
        </FormRow>
        <EuiSpacer size="m" />
        <EuiFlexGroup gutterSize="s" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiButton
              size="s"
              fill={!look.result}
              isDisabled={isEmpty || !canWrite}
              isLoading={look.running}
              onClick={() => void look.run(text)}
              data-test-subj="siemImportLook"
            >
              <FormattedMessage id="awsSiem.ruleImport.look" defaultMessage="See what would happen" />
            </EuiButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiPanel>
      <EuiSpacer size="m" />
      {(look.error ?? apply.error) && <RequestError error={(look.error ?? apply.error) as Error} />}
      {look.result && !apply.result && (
        <ImportResults
          results={look.result.results}
          dryRun
          running={apply.running}
          onApply={() => void apply.run(text)}
        />
      )}
      {apply.result && <ImportResults results={apply.result.results} />}
    </div>
  );
}
