import type { RuleInput, RuleView } from '../../../common/rule';
import { SEVERITIES, type Severity } from '../../../common/rule';
import type { RuleBulkBody, RuleBulkResponse } from '../../../common/rule_transfer';
import { asSiemError, SiemError } from '../errors';
import type { Search } from '../ports';
import type { Actor } from './managed_objects';
import { inputOf, type RuleService } from './rules';

/**
 * The same change to several rules, each checked as if it were saved in the form, so that nobody switches on what they may not search. A
 * rule that cannot be changed is left as it was and named.
 */
export async function changeRules(
  rules: RuleService,
  body: RuleBulkBody,
  actor: Actor,
  search: Search,
): Promise<RuleBulkResponse> {
  const edit = editOf(body);
  const results: RuleBulkResponse['results'] = [];
  for (const id of body.ids) {
    let name: string | undefined;
    try {
      const rule = await rules.get(id);
      name = rule.name;
      if (edit === 'remove') {
        await rules.remove(id);
      } else {
        refuseUnseen(rule);
        await rules.update(rule, edit(inputOf(rule), rule), actor, search);
      }
      results.push({ id, name });
    } catch (error) {
      results.push({ id, ...(name !== undefined && { name }), error: asSiemError(error).message });
    }
  }
  return { results };
}

/** What somebody wrote past the SIEM is not made to run by a change that does not show it. */
function refuseUnseen({ status }: RuleView): void {
  if (status.state !== 'changed_outside') return;
  throw new SiemError(
    'changed_outside',
    'This rule was changed outside SIEM. Open it, see whether it says what it should, and save it.',
  );
}

type Edit = (input: RuleInput, rule: RuleView) => RuleInput;

function editOf({ action, until, tags = [], severity }: RuleBulkBody): Edit | 'remove' {
  switch (action) {
    case 'delete':
      return 'remove';
    case 'enable':
      return (input) => ({ ...input, enabled: true });
    case 'disable':
      return (input) => ({ ...input, enabled: false });
    case 'snooze':
      return ({ snoozedUntil: _old, ...input }) => ({ ...input, ...(until && { snoozedUntil: until }) });
    case 'add_tags':
      return (input) => ({ ...input, tags: [...new Set([...(input.tags ?? []), ...tags])] });
    case 'remove_tags':
      return (input) => ({ ...input, tags: (input.tags ?? []).filter((tag) => !tags.includes(tag)) });
    case 'set_severity':
      if (!SEVERITIES.includes(severity as Severity)) {
        throw new SiemError('invalid_input', `severity: must be one of ${SEVERITIES.join(', ')}`);
      }
      return (input) => ({ ...input, severity: severity as Severity });
  }
}
