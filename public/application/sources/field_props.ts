import type { FieldErrors } from '../../services/errors';
import type { SourceValues } from './source_values';

/** What each part of the source form gets. */
export interface SourceFieldProps {
  values: SourceValues;
  errors: FieldErrors;
  change(changes: Partial<SourceValues>): void;
}
