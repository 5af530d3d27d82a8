import type { Field } from '../../common/field';
import type { ChannelTypeDeclaration, KindDeclaration, RuleTypeDeclaration } from '../../common/kinds';
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
    ...type.fields.map((field) => `| \`${field.path}\` | ${field.type}${field.many ? ', many' : ''} |`),
    '',
    ...droppedList(type.dropped),
  ]);
  return page('Log types', sections);
}

export function ruleTypesPage(types: readonly RuleTypeDeclaration[]): string {
  return page(
    'Rule types',
    types.map((type) => [...heading(type), ...fieldTable(type.fields)]),
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
  const rows = fields.map((field) => {
    const standard =
      'default' in field && field.default !== undefined ? `\`${JSON.stringify(field.default)}\`` : '';
    return `| \`${field.name}\` | ${field.label} | ${field.type} | ${field.optional ? 'no' : 'yes'} | ${standard} | ${field.help ?? ''} |`;
  });
  return [
    '| name | label | takes | required | default | help |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}

function droppedList(dropped: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(dropped);
  if (entries.length === 0) return ['Every field that AWS writes is kept.', ''];
  return ['Not kept:', '', ...entries.map(([field, reason]) => `- \`${field}\`: ${reason}`), ''];
}
