import { i18n } from '@osd/i18n';
import { useCallback } from 'react';
import type { RuleInput } from '../../../../../common/rule';
import type { PreviewBody, PreviewResponse } from '../../../../../common/rule_preview';
import { useDebounced } from '../../../../services/use_debounced';
import { useRequest } from '../../../../services/use_request';
import { useSiem } from '../../../siem_context';
import { ruleOf } from '../rule_values';

export interface RulePreview {
  data?: PreviewResponse;
  error?: Error;
  loading: boolean;
  /** Whether `data` is of the rule as it stands. */
  isCurrent: boolean;
  reload(): void;
}

/**
 * Tries the rule over the period, a moment after it was changed; not while it `isWhole` no more. A query with mistakes is not tried: the
 * linter says what is wrong with it.
 */
export function useRulePreview(
  rule: RuleInput,
  period: PreviewBody['period'],
  isWhole: boolean,
): RulePreview {
  const { api } = useSiem();
  const wanted = JSON.stringify({ rule: triedPart(rule), period });
  const settled = useDebounced(wanted, 800);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const body = JSON.parse(settled) as PreviewBody;
      const { query, language = 'lucene', index } = body.rule;
      const { problems } = await api.lintRule({ query, language, index }, signal);
      const mistake = problems.find(({ severity }) => severity === 'error');
      if (mistake) throw new Error(queryMistake(mistake.message));
      return { of: settled, preview: await api.previewRule(body, signal) };
    },
    [api, settled],
  );
  // What has settled may be an older state that was not whole.
  const isReady = isWhole && settled === wanted;
  const { data, error, loading, reload } = useRequest(isReady ? load : undefined);
  return {
    data: data?.preview,
    error: isReady ? error : undefined,
    loading: isWhole && (loading || !isReady),
    isCurrent: isReady && data?.of === wanted,
    reload,
  };
}

/** What decides which alerts are made; names, channels and samples do not. */
function triedPart(values: RuleInput): RuleInput {
  const {
    samples: _samples,
    description: _description,
    runbook: _runbook,
    tags: _tags,
    threats: _threats,
    cron: _cron,
    exceptions,
    ...rest
  } = ruleOf(values);
  return {
    ...rest,
    ...(exceptions && { exceptions: exceptions.filter(({ query }) => query.trim() !== '') }),
    name: '-',
    severity: 'low',
    channels: [],
  };
}

function queryMistake(message: string): string {
  return i18n.translate('awsSiem.preview.queryMistake', {
    defaultMessage: 'The query has a mistake. {message}',
    values: { message },
  });
}
