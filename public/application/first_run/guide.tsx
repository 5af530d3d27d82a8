import { EuiSteps } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { PageLoading, RequestError } from '../../components/page_states';
import { useSiem } from '../siem_context';
import { CheckStep } from './check_step';
import { EventsStep } from './events_step';
import { InputStep } from './input_step';
import { progressOf } from './progress';
import { AlertStep, ChannelStep, RuleStep } from './rule_steps';
import { useFacts } from './use_facts';

/** The steps, each with what to do and how far it is. */
export function Guide() {
  const { status } = useSiem();
  const { data, error, reload } = useFacts();
  if (error && !data) return <RequestError error={error} retry={reload} />;
  if (!data || !status) return <PageLoading />;
  const progress = progressOf({ ...data, status });
  const step = (id: string, title: string, done: boolean, children: JSX.Element) => ({
    title,
    children,
    status: done ? ('complete' as const) : ('incomplete' as const),
    'data-test-subj': `siemStep-${id}-${done ? 'done' : 'open'}`,
  });
  return (
    <EuiSteps
      headingElement="h3"
      titleSize="xs"
      steps={[
        step(
          'check',
          i18n.translate('awsSiem.firstRun.check', { defaultMessage: 'Check that everything is in place' }),
          progress.ready,
          <CheckStep status={status} />,
        ),
        step(
          'input',
          i18n.translate('awsSiem.firstRun.input', { defaultMessage: 'Bring in logs' }),
          progress.input,
          <InputStep sample={data.sample} reload={reload} />,
        ),
        step(
          'events',
          i18n.translate('awsSiem.firstRun.events', { defaultMessage: 'See the events' }),
          progress.events > 0,
          <EventsStep progress={progress} />,
        ),
        step(
          'rule',
          i18n.translate('awsSiem.firstRun.rule', { defaultMessage: 'Make a rule' }),
          progress.ownRule,
          <RuleStep />,
        ),
        step(
          'alert',
          i18n.translate('awsSiem.firstRun.alert', { defaultMessage: 'See the alert' }),
          progress.alert,
          <AlertStep progress={progress} />,
        ),
        step(
          'channel',
          i18n.translate('awsSiem.firstRun.channel', { defaultMessage: 'Be told' }),
          progress.channel,
          <ChannelStep />,
        ),
      ]}
    />
  );
}
