import { useState } from 'react';
import type { FieldErrors } from './errors';
import { serverFieldErrors } from './errors';
import { useLeaveWarning } from './use_leave_warning';

export interface Form<T> {
  values: T;
  /** Mistakes by path. Before the first try to save there are none: nobody is told off for what they have not typed yet. */
  errors: FieldErrors;
  /** What the server said to the last try to save. */
  error?: Error;
  saving: boolean;
  change(changes: Partial<T>): void;
  /** Shows all mistakes and says whether there are none. */
  check(): boolean;
  /** Saves unless there are mistakes. */
  submit(): Promise<void>;
  /** Asks, if there are changes, before they are lost on a way out that is no link: whether to go. */
  mayLeave(): Promise<boolean>;
}

/** State of a form: values, mistakes by field, saving, a warning before changes are lost. `save` also says where to go then. */
export function useForm<T extends object>(
  initial: () => T,
  validate: (values: T) => FieldErrors,
  save: (values: T) => Promise<void>,
): Form<T> {
  const [first] = useState(initial);
  const [values, setValues] = useState(first);
  const [checked, setChecked] = useState(false);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();
  const mistakes = validate(values);
  const mayLeave = useLeaveWarning(values !== first && !saving);

  function check(): boolean {
    setChecked(true);
    return Object.keys(mistakes).length === 0;
  }

  async function submit(): Promise<void> {
    setError(undefined);
    if (!check() || saving) return;
    setSaving(true);
    try {
      await save(values);
    } catch (thrown) {
      setError(thrown as Error);
      setSaving(false);
    }
  }

  return {
    values,
    errors: { ...(error && serverFieldErrors(error)), ...(checked && mistakes) },
    error,
    saving,
    change: (changes) => setValues((current) => ({ ...current, ...changes })),
    check,
    submit,
    mayLeave,
  };
}
