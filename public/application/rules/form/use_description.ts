import { useCallback } from 'react';
import type { DescribeResponse } from '../../../../common/rule_description';
import type { RuleInput } from '../../../../common/rule';
import { splitByField, type FieldErrors } from '../../../services/errors';
import { useDebounced } from '../../../services/use_debounced';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';

/** What the form says of a rule while it is written. */
export interface RuleDescription extends DescribeResponse {
  /** Mistakes in what has a value from the start, which are told at once. */
  errors: FieldErrors;
  /** Whether it is that of the rule as it stands. */
  isCurrent: boolean;
}

const AT_ONCE = ['interval', 'cron'];
const NOTHING: DescribeResponse = { runs: [], problems: [] };

/** The sentence, the times and the problems of the rule, a moment after it was changed. */
export function useDescription(rule: RuleInput): RuleDescription {
  const { api } = useSiem();
  const { type, query, interval, params, cron } = rule;
  const { title, timeField } = rule.index;
  const body = { type, index: { title, timeField }, query, interval, params, ...(cron && { cron }) };
  const wanted = JSON.stringify(body);
  const settled = useDebounced(wanted, 300);
  const load = useCallback(
    async (signal: AbortSignal) => ({
      of: settled,
      answer: await api.describeRule(JSON.parse(settled) as typeof body, signal),
    }),
    [api, settled],
  );
  const { data } = useRequest(title && timeField && type ? load : undefined);
  const answer = data?.answer ?? NOTHING;
  const { fields } = splitByField(answer.problems);
  return {
    ...answer,
    errors: Object.fromEntries(Object.entries(fields).filter(([place]) => AT_ONCE.includes(place))),
    isCurrent: data?.of === wanted,
  };
}
