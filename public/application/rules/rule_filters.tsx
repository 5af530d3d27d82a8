import {
  EuiButtonEmpty,
  EuiFilterButton,
  EuiFilterGroup,
  EuiFilterSelectItem,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPopover,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import { SEVERITIES, type RuleView, type Severity } from '../../../common/rule';
import { severityLabel } from '../../components/badges';
import { SearchBar } from '../../components/search_bar';
import { marksOf, RULE_MARKS, ruleMarkLabel, type RuleMark } from './rule_marks';
import { isFiltered, joinParts, partsOf, RULE_PARAMS, tacticsOf, type RuleParams } from './rule_params';
import { tacticName } from './threat_names';

interface Props {
  rules: RuleView[];
  params: RuleParams;
  typeTitles: ReadonlyMap<string, string>;
  onChange(changes: Partial<RuleParams>): void;
}

/** Search and filters over the rules that are there; only values that a rule has are offered, with how many have them. */
export function RuleFilters({ rules, params, typeTitles, onChange }: Props) {
  const filters: Array<Omit<FilterProps, 'value' | 'onChange'> & { name: keyof RuleParams }> = [
    {
      name: 'state',
      label: i18n.translate('awsSiem.ruleFilters.state', { defaultMessage: 'State' }),
      counts: countsOf(rules, marksOf),
      order: RULE_MARKS,
      labelOf: (mark) => ruleMarkLabel(mark as RuleMark),
    },
    {
      name: 'severity',
      label: i18n.translate('awsSiem.ruleFilters.severity', { defaultMessage: 'Severity' }),
      counts: countsOf(rules, ({ severity }) => [severity]),
      order: [...SEVERITIES].reverse(),
      labelOf: (severity) => severityLabel(severity as Severity),
    },
    {
      name: 'type',
      label: i18n.translate('awsSiem.ruleFilters.type', { defaultMessage: 'Type' }),
      counts: countsOf(rules, ({ type }) => [type]),
      labelOf: (type) => typeTitles.get(type) ?? type,
    },
    {
      name: 'tag',
      label: i18n.translate('awsSiem.ruleFilters.tag', { defaultMessage: 'Tag' }),
      counts: countsOf(rules, ({ tags }) => tags ?? []),
    },
    {
      name: 'tactic',
      label: i18n.translate('awsSiem.ruleFilters.tactic', { defaultMessage: 'MITRE tactic' }),
      counts: countsOf(rules, tacticsOf),
      labelOf: tacticName,
    },
  ];
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" wrap>
      <EuiFlexItem style={{ minWidth: 260 }}>
        <SearchBar
          value={params.query}
          placeholder={i18n.translate('awsSiem.rules.search', {
            defaultMessage: 'Find rules by name, tag, query, MITRE id',
          })}
          onSearch={(query) => onChange({ query })}
          testSubject="siemRulesSearch"
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiFilterGroup>
          {filters.map(({ name, ...filter }) => (
            <ValueFilter
              key={name}
              {...filter}
              value={params[name]}
              onChange={(value) => onChange({ [name]: value })}
              testSubject={`siemRuleFilter-${name}`}
            />
          ))}
        </EuiFilterGroup>
      </EuiFlexItem>
      {isFiltered(params) && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="cross"
            onClick={() => {
              const { query, state, severity, type, tag, tactic } = RULE_PARAMS;
              onChange({ query, state, severity, type, tag, tactic });
            }}
            data-test-subj="siemClearFilters"
          >
            <FormattedMessage id="awsSiem.ruleFilters.clear" defaultMessage="Clear filters" />
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}

function countsOf(rules: RuleView[], valuesOf: (rule: RuleView) => string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of rules.flatMap((rule) => valuesOf(rule))) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

interface FilterProps {
  label: string;
  counts: ReadonlyMap<string, number>;
  /** Of the values; alphabetical unless given. */
  order?: readonly string[];
  labelOf?(value: string): string;
  /** A list, see `joinParts`. */
  value: string;
  onChange(value: string): void;
  testSubject?: string;
}

function ValueFilter({
  label,
  counts,
  order,
  labelOf = (value) => value,
  value,
  onChange,
  testSubject,
}: FilterProps) {
  const [isOpen, setIsOpen] = useState(false);
  const chosen = partsOf(value);
  // What was chosen by URL stays in the list, so that it can be taken back.
  const known = [...new Set([...counts.keys(), ...chosen])].sort();
  const values = order ? order.filter((each) => known.includes(each)) : known;
  const toggle = (one: string) =>
    onChange(joinParts(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]));
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setIsOpen(false)}
      panelPaddingSize="none"
      button={
        <EuiFilterButton
          iconType="arrowDown"
          isSelected={isOpen}
          isDisabled={values.length === 0}
          hasActiveFilters={chosen.length > 0}
          numActiveFilters={chosen.length || undefined}
          onClick={() => setIsOpen(!isOpen)}
          data-test-subj={testSubject}
        >
          {label}
        </EuiFilterButton>
      }
    >
      <div className="euiFilterSelect__items" role="listbox" aria-label={label} aria-multiselectable>
        {values.map((one) => (
          <EuiFilterSelectItem
            key={one}
            checked={chosen.includes(one) ? 'on' : undefined}
            onClick={() => toggle(one)}
            data-test-subj={`siemFilter-${one}`}
          >
            {i18n.translate('awsSiem.ruleFilters.option', {
              defaultMessage: '{label} ({count})',
              values: { label: labelOf(one), count: counts.get(one) ?? 0 },
            })}
          </EuiFilterSelectItem>
        ))}
      </div>
    </EuiPopover>
  );
}
