import { i18n } from '@osd/i18n';
import { isVisible, type Field, type FieldValues } from '../../../../common/field';

export interface ParamText {
  label: string;
  /** One for each line. */
  lines: string[];
}

/** What a rule's own settings say, by the labels of its type's fields; those that are empty, or mean nothing beside the others, are left out. */
export function paramTexts(fields: readonly Field[], values: FieldValues): ParamText[] {
  return fields
    .filter((field) => isVisible(field, values))
    .map((field) => ({ label: field.label, lines: linesOf(field, values[field.name]) }))
    .filter(({ lines }) => lines.length > 0);
}

function linesOf(field: Field, value: unknown): string[] {
  if (value === undefined || value === null || value === '') return [];
  switch (field.type) {
    case 'boolean':
      return [
        value
          ? i18n.translate('awsSiem.paramText.yes', { defaultMessage: 'Yes' })
          : i18n.translate('awsSiem.paramText.no', { defaultMessage: 'No' }),
      ];
    case 'select':
      return [field.options.find((option) => option.value === value)?.label ?? String(value)];
    case 'number':
      return [field.unit ? `${String(value)} ${field.unit}` : String(value)];
    case 'rows':
      return (value as FieldValues[]).map((row) =>
        paramTexts(field.fields, row)
          .flatMap(({ lines }) => lines)
          .join(' '),
      );
    default:
      if (Array.isArray(value)) return value.length > 0 ? [value.join(', ')] : [];
      return [typeof value === 'object' ? JSON.stringify(value) : String(value as string)];
  }
}
