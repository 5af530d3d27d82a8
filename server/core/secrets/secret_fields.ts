import type { Field, FieldValues } from '../../../common/field';
import { SiemError } from '../errors';
import type { SecretSealer } from '../manage/sources';

type SecretField = Extract<Field, { type: 'secret' }>;

/** The stored object that the fields belong to. */
export interface Owner {
  /** Saved-object type, such as `siem-channel`. */
  type: string;
  id: string;
}

/**
 * Settings as they are stored: typed secrets sealed, those left out taken from `current`. Fails with `secret_needed` where a secret
 * was left out though what it is bound to has changed, or though it is required and there is none; with `no_encryption_key` without a key.
 */
export function sealFields(
  fields: readonly Field[],
  settings: FieldValues,
  parts: { box: SecretSealer; owner: Owner; current?: FieldValues },
): FieldValues {
  const { box, owner, current } = parts;
  const stored = { ...settings };
  for (const field of secretsOf(fields)) {
    const typed = settings[field.name];
    const kept = current?.[field.name];
    if (typeof typed === 'string' && typed !== '') {
      stored[field.name] = box.seal(typed, bindingOf(field, settings, owner));
    } else if (kept === undefined) {
      if (!field.optional) throw needed(field, `${field.label} is required.`);
      delete stored[field.name];
    } else if (destinationOf(field, current ?? {}) === destinationOf(field, settings)) {
      stored[field.name] = kept;
    } else {
      throw needed(
        field,
        `type ${field.label} again: it is only ever sent to where it was typed for, and ${labelsOf(fields, field)} changed.`,
      );
    }
  }
  return stored;
}

/** Settings with their secrets in the clear, for use on the server alone. Fails with `secret_unreadable`. */
export function openFields(
  fields: readonly Field[],
  stored: FieldValues,
  { box, owner }: { box: SecretSealer; owner: Owner },
): FieldValues {
  const settings = { ...stored };
  for (const field of secretsOf(fields)) {
    const sealed = stored[field.name];
    if (typeof sealed === 'string') settings[field.name] = box.open(sealed, bindingOf(field, stored, owner));
  }
  return settings;
}

/** Settings without their secrets, and the names of those that have one. */
export function redactFields(
  fields: readonly Field[],
  stored: FieldValues,
): { settings: FieldValues; secretsSet: string[] } {
  const settings = { ...stored };
  const names = secretsOf(fields).map(({ name }) => name);
  for (const name of names) delete settings[name];
  return { settings, secretsSet: names.filter((name) => stored[name] !== undefined) };
}

function secretsOf(fields: readonly Field[]): SecretField[] {
  return fields.filter((field): field is SecretField => field.type === 'secret');
}

function bindingOf(field: SecretField, settings: FieldValues, { type, id }: Owner) {
  return { type, id, field: field.name, destination: destinationOf(field, settings) };
}

function destinationOf({ boundTo }: SecretField, settings: FieldValues): string {
  return JSON.stringify(boundTo.map((name) => settings[name] ?? null));
}

function labelsOf(fields: readonly Field[], { boundTo }: SecretField): string {
  return boundTo.map((name) => fields.find((field) => field.name === name)?.label ?? name).join(' or ');
}

function needed({ name }: SecretField, problem: string): SiemError {
  return new SiemError('secret_needed', `settings.${name}: ${problem}`);
}
