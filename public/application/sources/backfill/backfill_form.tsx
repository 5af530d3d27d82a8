import {
  EuiButton,
  EuiButtonGroup,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiPanel,
  EuiSpacer,
  EuiSuperDatePicker,
  EuiSwitch,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import type { BackfillInput } from '../../../../common/backfill';
import type { SourceView } from '../../../../common/source';
import { FormRow } from '../../../components/form_section';
import { RequestError } from '../../../components/page_states';
import { serverFieldErrors } from '../../../services/errors';
import { resolveRange } from '../../../services/time_range';
import { useAction } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { PreviewResult, toRead } from './preview_result';
import { usePreview } from './use_preview';

const SPANS = [
  {
    id: 'siemBackfill-period',
    label: i18n.translate('awsSiem.backfill.period', { defaultMessage: 'A period' }),
  },
  {
    id: 'siemBackfill-everything',
    label: i18n.translate('awsSiem.backfill.everything', { defaultMessage: 'Everything' }),
  },
];

interface Props {
  source: SourceView;
  onStarted(): void;
}

/** What is to be read, how much that is, and the start. */
export function BackfillForm({ source, onStarted }: Props) {
  const { api } = useSiem();
  const [span, setSpan] = useState('siemBackfill-period');
  const [period, setPeriod] = useState({ from: 'now-7d/d', to: 'now' });
  const [prefix, setPrefix] = useState(source.prefix ?? '');
  const [again, setAgain] = useState(false);
  const [evaluate, setEvaluate] = useState(false);
  const preview = usePreview();
  const input: Omit<BackfillInput, 'evaluate'> = {
    sourceId: source.id,
    ...(span === 'siemBackfill-period' && resolveRange(period)),
    ...(prefix && { prefix }),
    ...(again && { again }),
  };
  const start = useAction(async () => {
    await api.backfills.create({ ...input, ...(evaluate && { evaluate }) });
    preview.reset();
    onStarted();
  });
  const error = start.error ?? preview.error;
  const mistakes = error ? serverFieldErrors(error) : {};
  /** What was counted is no longer what is chosen. */
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      preview.reset();
      start.reset();
      set(value);
    };

  return (
    <EuiPanel hasShadow={false} paddingSize="m">
      <EuiTitle size="xs">
        <h2>
          <FormattedMessage id="awsSiem.backfill.title" defaultMessage="Load the past" />
        </h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>
          <FormattedMessage
            id="awsSiem.backfill.intro"
            defaultMessage="Reads objects that polls leave alone, such as those before the source's start, or reads some again. New objects go first; a backfill takes the room that is left."
          />
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiButtonGroup
        legend={i18n.translate('awsSiem.backfill.span', { defaultMessage: 'Which objects' })}
        options={SPANS}
        idSelected={span}
        onChange={changed(setSpan)}
        buttonSize="compressed"
      />
      <EuiSpacer size="m" />
      {span === 'siemBackfill-period' && (
        <>
          <FormRow
            label={i18n.translate('awsSiem.backfill.range', { defaultMessage: 'Period' })}
            help={i18n.translate('awsSiem.backfill.rangeHelp', {
              defaultMessage:
                'By the dates in the keys, in UTC and by whole days where they have no hours; objects without a date in their key by when they were stored.',
            })}
            error={mistakes['from'] ?? mistakes['to']}
          >
            <EuiSuperDatePicker
              start={period.from}
              end={period.to}
              showUpdateButton={false}
              onTimeChange={({ start: from, end: to }) => changed(setPeriod)({ from, to })}
              data-test-subj="siemBackfillPeriod"
            />
          </FormRow>
          <EuiSpacer size="m" />
        </>
      )}
      <FormRow
        optional
        label={i18n.translate('awsSiem.backfill.prefix', { defaultMessage: 'Keys that begin with' })}
        help={i18n.translate('awsSiem.backfill.prefixHelp', {
          defaultMessage:
            "Narrows it down, for instance to an account or a region, within the source's own prefix.",
        })}
        error={mistakes['prefix']}
      >
        <EuiFieldText
          fullWidth
          value={prefix}
          isInvalid={mistakes['prefix'] !== undefined}
          onChange={(event) => changed(setPrefix)(event.target.value)}
          data-test-subj="siemBackfillPrefix"
        />
      </FormRow>
      <EuiSpacer size="m" />
      <EuiFormRow
        fullWidth
        helpText={i18n.translate('awsSiem.backfill.againHelp', {
          defaultMessage:
            'Replaces their events, so that changed parsing, exclusions and enrichment take effect. Nothing is there twice.',
        })}
      >
        <EuiSwitch
          label={i18n.translate('awsSiem.backfill.again', {
            defaultMessage: 'Read again what is here already',
          })}
          checked={again}
          onChange={(event) => changed(setAgain)(event.target.checked)}
          data-test-subj="siemBackfillAgain"
        />
      </EuiFormRow>
      <EuiFormRow
        fullWidth
        helpText={i18n.translate('awsSiem.backfill.evaluateHelp', {
          defaultMessage: 'Their alerts are marked as from a backfill, and nobody is notified.',
        })}
      >
        <EuiSwitch
          label={i18n.translate('awsSiem.backfill.evaluate', {
            defaultMessage: 'Let rules judge the events',
          })}
          checked={evaluate}
          onChange={(event) => setEvaluate(event.target.checked)}
          data-test-subj="siemBackfillEvaluate"
        />
      </EuiFormRow>
      <EuiSpacer size="m" />
      {error && Object.keys(mistakes).length === 0 && (
        <>
          <RequestError error={error} />
          <EuiSpacer size="m" />
        </>
      )}
      <PreviewResult preview={preview} again={again} />
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiButton
            size="s"
            iconType="inspect"
            isLoading={preview.counting}
            onClick={() => void preview.start(input)}
            data-test-subj="siemBackfillPreview"
          >
            <FormattedMessage id="awsSiem.backfill.count" defaultMessage="See how much it is" />
          </EuiButton>
        </EuiFlexItem>
        {preview.count && (
          <EuiFlexItem grow={false}>
            <EuiButton
              size="s"
              fill
              isLoading={start.running}
              isDisabled={!preview.counting && toRead(preview.count, again).objects === 0}
              onClick={() => void start.run()}
              data-test-subj="siemBackfillStart"
            >
              <FormattedMessage id="awsSiem.backfill.start" defaultMessage="Start backfill" />
            </EuiButton>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
    </EuiPanel>
  );
}
