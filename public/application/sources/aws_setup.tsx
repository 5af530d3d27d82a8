import {
  EuiCodeBlock,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiLink,
  EuiPanel,
  EuiSelect,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { type ReactNode, useState } from 'react';
import { QUEUE_SETUP } from '../../../common/queue_setup';
import { parseQueueUrl } from '../../../common/queue_url';
import { PARTITIONS, type LogTypeDeclaration, type Partition } from '../../../common/kinds';
import { partitionOf } from '../../services/aws_regions';
import { fillTemplate } from '../../services/fill_template';
import type { SourceValues } from './source_values';

/** What to set up in AWS for a log type, filled with the names typed so far. */
export function AwsSetup({ logType, values }: { logType: LogTypeDeclaration; values: SourceValues }) {
  const [chosen, setChosen] = useState<Partition>();
  const [accountId, setAccountId] = useState('');
  const { bucket, prefix, region, readBy, queueUrl } = values;
  const partition = chosen ?? partitionOf(region);
  const { arn: queueArn } = parseQueueUrl(queueUrl);
  const names = { partition, bucket, prefix, region, accountId, queueUrl, queueArn };
  const snippets = readBy === 'queue' ? [...logType.setup, ...QUEUE_SETUP] : logType.setup;
  return (
    <EuiPanel className="siem-sticky" hasShadow={false} paddingSize="l" data-test-subj="siemAwsSetup">
      <EuiTitle size="xs">
        <h2>
          <FormattedMessage id="awsSiem.setup.title" defaultMessage="What to set up in AWS" />
        </h2>
      </EuiTitle>
      <EuiText size="s" color="subdued" className="siem-inText">
        <p>
          <FormattedMessage
            id="awsSiem.setup.help"
            defaultMessage="For {title}, with the names you have typed. {docs}"
            values={{
              title: logType.title,
              docs: (
                <EuiLink href={logType.docsUrl} target="_blank" external>
                  <FormattedMessage id="awsSiem.setup.docs" defaultMessage="AWS documentation" />
                </EuiLink>
              ),
            }}
          />
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiFlexGroup gutterSize="m">
        <EuiFlexItem>
          <EuiFormRow label={i18n.translate('awsSiem.setup.partition', { defaultMessage: 'AWS partition' })}>
            <EuiSelect
              compressed
              options={PARTITIONS.map((value) => ({ value, text: value }))}
              value={partition}
              onChange={(event) => setChosen(event.target.value as Partition)}
              data-test-subj="siemField-partition"
            />
          </EuiFormRow>
        </EuiFlexItem>
        <EuiFlexItem>
          <EuiFormRow label={i18n.translate('awsSiem.setup.account', { defaultMessage: 'AWS account id' })}>
            <EuiFieldText
              compressed
              value={accountId}
              placeholder="123456789012"
              onChange={(event) => setAccountId(event.target.value.trim())}
              data-test-subj="siemField-accountId"
            />
          </EuiFormRow>
        </EuiFlexItem>
      </EuiFlexGroup>
      {snippets.map(({ id, title, help, language, template }) => (
        <section key={id} data-test-subj={`siemSnippet-${id}`}>
          <EuiSpacer size="l" />
          <EuiTitle size="xxs">
            <h3>{title}</h3>
          </EuiTitle>
          <EuiText size="xs" color="subdued">
            <p className="siem-inText">{withLinks(help)}</p>
          </EuiText>
          <EuiSpacer size="s" />
          <EuiCodeBlock language={language} paddingSize="s" fontSize="s" overflowHeight={300} isCopyable>
            {fillTemplate(template, names)}
          </EuiCodeBlock>
        </section>
      ))}
    </EuiPanel>
  );
}

/** A text whose addresses are links. */
function withLinks(text: string): ReactNode[] {
  return text.split(/(https:\/\/\S+)/).map((part) =>
    part.startsWith('https://') ? (
      <EuiLink key={part} href={part} target="_blank" external>
        <FormattedMessage id="awsSiem.setup.docs" defaultMessage="AWS documentation" />
      </EuiLink>
    ) : (
      part
    ),
  );
}
