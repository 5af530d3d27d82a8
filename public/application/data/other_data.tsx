import { EuiButton, EuiFormRow, EuiSpacer, EuiSwitch, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import { type DataResponse, expiredIndices, KEPT_KINDS } from '../../../common/retention';
import { RequestError } from '../../components/page_states';
import { useAction } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { keptRow } from './data_rows';
import { DaysField, isDays } from './days_field';
import { KEPT_LABELS, sizeText } from './texts';

interface Props {
  data: DataResponse;
  now: number;
  saved(): void;
}

/** How long everything besides events is kept, and how new indices are compressed. */
export function OtherData({ data, now, saved }: Props) {
  const { api, canWrite } = useSiem();
  const [kept, setKept] = useState(data.settings.kept);
  const [bestCompression, setBestCompression] = useState(data.settings.bestCompression);
  const save = useAction(async () => {
    await api.saveOtherData({ ...kept, bestCompression });
    saved();
  });
  const expired = expiredIndices(data.indices, { logs: [], kept }, now);
  return (
    <>
      <div className="siem-grid siem-facts">
        {KEPT_KINDS.map((kind) => (
          <div key={kind}>
            <strong>{KEPT_LABELS[kind]}</strong>
            <EuiText size="xs" color="subdued">
              {sizeText(keptRow(kind, data))}
            </EuiText>
            <EuiSpacer size="s" />
            <DaysField
              label={i18n.translate('awsSiem.data.deleteOld', { defaultMessage: 'Delete old ones' })}
              days={kept[kind]}
              disabled={!canWrite}
              onChange={(days) => setKept({ ...kept, [kind]: days })}
              testSubject={`siemDataKept-${kind}`}
            />
          </div>
        ))}
      </div>
      <EuiSpacer size="m" />
      <EuiFormRow
        fullWidth
        helpText={i18n.translate('awsSiem.data.compressionHelp', {
          defaultMessage:
            'index.codec: best_compression. Saves disk space for some more CPU; holds for indices that are made from now on.',
        })}
      >
        <EuiSwitch
          label={i18n.translate('awsSiem.data.compression', {
            defaultMessage: 'Compress new indices of events more',
          })}
          checked={bestCompression}
          disabled={!canWrite}
          onChange={({ target }) => setBestCompression(target.checked)}
          data-test-subj="siemDataCompression"
        />
      </EuiFormRow>
      <EuiSpacer size="m" />
      {expired.length > 0 && (
        <EuiText size="s" color="danger" data-test-subj="siemDataOthersDelete">
          <p>
            {i18n.translate('awsSiem.data.othersDelete', {
              defaultMessage: 'Saved like this, the next daily run deletes {names}.',
              values: { names: expired.map(({ name }) => name).join(', ') },
            })}
          </p>
        </EuiText>
      )}
      {save.error && <RequestError error={save.error} />}
      {canWrite && (
        <EuiButton
          size="s"
          isLoading={save.running}
          disabled={!Object.values(kept).every(isDays)}
          onClick={() => void save.run()}
          data-test-subj="siemDataSaveOthers"
        >
          <FormattedMessage id="awsSiem.data.save" defaultMessage="Save" />
        </EuiButton>
      )}
    </>
  );
}
