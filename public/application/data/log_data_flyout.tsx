import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiFormRow,
  EuiRadioGroup,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import { type DataResponse, indicesKept, type Rotation, ROTATIONS } from '../../../common/retention';
import { RequestError } from '../../components/page_states';
import { formatNumber } from '../../services/format';
import { useAction } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { deletedBy, type LogRow } from './data_rows';
import { DaysField, isDays } from './days_field';
import { DeletionNote } from './deletion_note';
import { ROTATION_LABELS } from './texts';

interface Props {
  row: LogRow;
  title: string;
  shards: DataResponse['shards'];
  now: number;
  close(): void;
  saved(): void;
}

/** Changes rotation and retention of one log type and namespace, and shows what comes of it before it is saved. */
export function LogDataFlyout({ row, title, shards, now, close, saved }: Props) {
  const { api } = useSiem();
  const { type, namespace } = row;
  const [rotation, setRotation] = useState<Rotation>(row.pending?.rotation ?? row.rotation);
  const [days, setDays] = useState(row.retentionDays);
  const save = useAction(async () => {
    await api.saveLogData({ type, namespace, rotation, ...(days !== undefined && { retentionDays: days }) });
    saved();
  });
  return (
    <EuiFlyout onClose={close} size="s" aria-labelledby="siemDataTitle" data-test-subj="siemDataFlyout">
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="s">
          <h2 id="siemDataTitle">
            {i18n.translate('awsSiem.data.edit.title', {
              defaultMessage: '{title}, namespace {namespace}',
              values: { title, namespace },
            })}
          </h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        <EuiFormRow
          label={i18n.translate('awsSiem.data.rotation', { defaultMessage: 'Rotation' })}
          helpText={i18n.translate('awsSiem.data.rotationHelp', {
            defaultMessage:
              'A change holds for events of the day after tomorrow and later. Short spans free space sooner, long ones need fewer shards.',
          })}
        >
          <EuiRadioGroup
            compressed
            name="rotation"
            options={ROTATIONS.map((id) => ({ id, label: ROTATION_LABELS[id] }))}
            idSelected={rotation}
            onChange={(id) => setRotation(id as Rotation)}
          />
        </EuiFormRow>
        <ShardForecast rotation={rotation} days={days} shards={shards} />
        <EuiSpacer size="l" />
        <DaysField
          label={i18n.translate('awsSiem.data.deleteAfter', { defaultMessage: 'Delete old events' })}
          days={days}
          onChange={setDays}
          testSubject="siemDataRetention"
        />
        {days !== undefined && (
          <EuiText size="xs" color="subdued">
            <p>
              <FormattedMessage
                id="awsSiem.data.deleteHelp"
                defaultMessage="Whole indices are deleted once their newest event is older. Older events that arrive later become rejects."
              />
            </p>
          </EuiText>
        )}
        <EuiSpacer size="m" />
        {isDays(days) && <DeletionNote deleted={deletedBy(row, days, now)} />}
        {save.error && <RequestError error={save.error} />}
      </EuiFlyoutBody>
      <EuiFlyoutFooter>
        <EuiFlexGroup justifyContent="spaceBetween" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty onClick={close}>
              <FormattedMessage id="awsSiem.data.cancel" defaultMessage="Cancel" />
            </EuiButtonEmpty>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButton
              fill
              isLoading={save.running}
              disabled={!isDays(days)}
              onClick={() => void save.run()}
              data-test-subj="siemDataSave"
            >
              <FormattedMessage id="awsSiem.data.save" defaultMessage="Save" />
            </EuiButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiFlyoutFooter>
    </EuiFlyout>
  );
}

function ShardForecast({
  rotation,
  days,
  shards,
}: Pick<Props, 'shards'> & { rotation: Rotation; days?: number }) {
  if (!shards || !isDays(days)) return null;
  const indices = indicesKept(rotation, days);
  const made = indices * shards.perIndex;
  const tooMany = shards.open + made > shards.limit;
  return (
    <EuiText size="xs" color={tooMany ? 'danger' : 'subdued'} data-test-subj="siemDataShards">
      <p>
        {i18n.translate('awsSiem.data.forecast', {
          defaultMessage:
            'In {span}: about {indices, plural, one {# index} other {# indices}} with {made} shards. The cluster has {open} of at most {limit} now (cluster.max_shards_per_node).',
          values: {
            span:
              days !== undefined && days < 365
                ? i18n.translate('awsSiem.data.inDays', {
                    defaultMessage: '{days, plural, one {# day} other {# days}}',
                    values: { days },
                  })
                : i18n.translate('awsSiem.data.inYear', { defaultMessage: 'a year' }),
            indices,
            made: formatNumber(made),
            open: formatNumber(shards.open),
            limit: formatNumber(shards.limit),
          },
        })}
      </p>
    </EuiText>
  );
}
