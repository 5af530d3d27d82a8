import type { Field } from '../../common/field';
import type { ChannelTypeDeclaration, KindDeclaration } from '../../common/kinds';
import type { RuleType } from '../../server/core/detect/rule_type';
import { enrichmentFields } from '../../server/core/ingest/enrich/fields';
import type { EventField } from '../../server/core/ingest/event_field';
import type { LogType } from '../../server/core/ingest/log_type';

const MADE = 'Made from the declarations by `npm run docs`.';

/** Log types: where their objects lie, what their events hold, what is dropped and why. */
export function logTypesPage(types: readonly LogType[]): string {
  const sections = types.map((type) => [
    ...heading(type),
    `Value of \`type\`: \`${type.id}\`. Dataset: \`${type.dataset}\`. AWS delivers ${type.deliveryDelay}.`,
    '',
    'Objects lie under:',
    '',
    ...type.keyLayouts.map((layout) => `- \`${layout}\``),
    '',
    '| field | type |',
    '| --- | --- |',
    ...type.fields.map(fieldRow),
    '',
    ...addedFields(enrichmentFields(type.fields)),
    ...droppedList(type.dropped),
  ]);
  return page('Log types', sections);
}

function fieldRow({ path, type, many }: EventField): string {
  return `| \`${path}\` | ${type}${many ? ', many' : ''} |`;
}

function addedFields(fields: readonly EventField[]): string[] {
  if (fields.length === 0) return [];
  return [
    'Added by [enrichment](../enrichment.md):',
    '',
    '| field | type |',
    '| --- | --- |',
    ...fields.map(fieldRow),
    '',
  ];
}

export function ruleTypesPage(types: readonly RuleType[]): string {
  return page(
    'Rule types',
    types.map((type) => [
      ...heading(type),
      ...fieldTable(type.fields),
      'Examples, which a test runs:',
      '',
      ...type.examples.map(({ title, query, params }) => {
        const search = query ? ` query \`${query}\`,` : '';
        return `- ${title}:${search} params \`${JSON.stringify(params)}\``;
      }),
      '',
    ]),
  );
}

export function channelTypesPage(types: readonly ChannelTypeDeclaration[]): string {
  return page(
    'Channel types',
    types.map((type) => [...heading(type), ...fieldTable(type.fields)]),
  );
}

function page(title: string, sections: string[][]): string {
  return [`# ${title}`, '', MADE, '', ...sections.flat()].join('\n');
}

function heading({ id, title, description, docsUrl }: KindDeclaration): string[] {
  return [`## ${title} (\`${id}\`)`, '', `${description} [More](${docsUrl})`, ''];
}

function fieldTable(fields: readonly Field[]): string[] {
  return [
    '| name | label | takes | required | default | help |',
    '| --- | --- | --- | --- | --- | --- |',
    ...fieldRows(fields, ''),
    '',
  ];
}

/** The fields of rows follow the field that holds the rows. */
function fieldRows(fields: readonly Field[], path: string): string[] {
  return fields.flatMap((field) => {
    const name = `${path}${field.name}`;
    const standard =
      'default' in field && field.default !== undefined ? `\`${JSON.stringify(field.default)}\`` : '';
    const row = `| \`${name}\` | ${field.label} | ${takes(field)} | ${field.optional ? 'no' : 'yes'} | ${standard} | ${helpOf(field, path)} |`;
    return field.type === 'rows' ? [row, ...fieldRows(field.fields, `${name}[].`)] : [row];
  });
}

function takes(field: Field): string {
  if (field.type !== 'select') return field.type;
  return field.options
    .map(({ value, label }) => (value === label ? value : `\`${value}\` ${label}`))
    .join(', ');
}

function helpOf({ help = '', visibleIf }: Field, path: string): string {
  if (!visibleIf) return help;
  const values = visibleIf.in.map((value) => `\`${value}\``).join(', ');
  return `Where \`${path}${visibleIf.field}\` is one of ${values}. ${help}`.trim();
}

function droppedList(dropped: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(dropped);
  if (entries.length === 0) return ['Every field that AWS writes is kept.', ''];
  return ['Not kept:', '', ...entries.map(([field, reason]) => `- \`${field}\`: ${reason}`), ''];
}
