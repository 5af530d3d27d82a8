import type { RuleInput } from '../../../../common/rule';
import type { FieldErrors } from '../../../services/errors';

/** What each part of the rule form gets. */
export interface RuleFieldProps {
  values: RuleInput;
  errors: FieldErrors;
  change(changes: Partial<RuleInput>): void;
}
