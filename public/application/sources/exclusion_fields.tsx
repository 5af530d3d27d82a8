import { EuiAccordion, EuiButtonEmpty, EuiLink, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { ExcludedCount } from '../../../common/exclusion';
import { ExclusionRow } from './exclusion_row';
import { changed, NEW_EXCLUSION } from './exclusion_values';
import type { SourceFieldProps } from './field_props';

const GRAMMAR_URL =
  'https://lucene.apache.org/core/9_12_0/queryparser/org/apache/lucene/queryparser/classic/package-summary.html';

interface Props extends SourceFieldProps {
  /** What the stored exclusions have dropped so far. */
  counts: readonly ExcludedCount[];
}

/** What of the source is not indexed. Opens by itself when there is a mistake inside. */
export function ExclusionFields({ values: { exclusions }, errors, change, counts }: Props) {
  const hasMistake = Object.keys(errors).some((path) => path.startsWith('exclusions'));
  return (
    <EuiAccordion
      id="siemSourceExclusions"
      buttonContent={i18n.translate('awsSiem.source.exclusions', {
        defaultMessage: 'Exclusions: what is not indexed ({count})',
        values: { count: exclusions.length },
      })}
      {...(hasMistake && { forceState: 'open' as const })}
      data-test-subj="siemSourceExclusions"
    >
      <EuiSpacer size="s" />
      <EuiText size="xs" color="subdued" className="siem-inText">
        <FormattedMessage
          id="awsSiem.source.exclusionsHelp"
          defaultMessage="Excluded events are counted, but neither indexed nor seen by rules. A condition is written like a {lucene} query: fields with values, wildcards and CIDR blocks, AND, OR, NOT and parentheses."
          values={{
            lucene: (
              <EuiLink href={GRAMMAR_URL} target="_blank" external>
                Lucene
              </EuiLink>
            ),
          }}
        />
      </EuiText>
      <EuiSpacer size="s" />
      {exclusions.map((exclusion, at) => (
        <ExclusionRow
          key={at}
          exclusion={exclusion}
          number={at + 1}
          count={counts.find(({ name }) => name === exclusion.name)}
          errorOf={(field) => errors[`exclusions.${at}.${field}`]}
          onChange={(part) => change({ exclusions: changed(exclusions, at, part) })}
          onRemove={() => change({ exclusions: exclusions.filter((_, index) => index !== at) })}
        />
      ))}
      <EuiButtonEmpty
        size="s"
        iconType="plusInCircle"
        onClick={() => change({ exclusions: [...exclusions, NEW_EXCLUSION] })}
        data-test-subj="siemAddExclusion"
      >
        <FormattedMessage id="awsSiem.source.addExclusion" defaultMessage="Add exclusion" />
      </EuiButtonEmpty>
      <EuiSpacer size="m" />
    </EuiAccordion>
  );
}
