import * as t from 'io-ts';
import { describeErrors, pattern } from '../../../common/codec';
import { RuleInput, type RuleView } from '../../../common/rule';
import type { RuleImportBody, RuleImportResponse } from '../../../common/rule_transfer';
import { asSiemError, SiemError } from '../errors';
import type { Search } from '../ports';
import type { Actor } from './managed_objects';
import { inputOf, type RuleService } from './rules';

/** Names of channels stand for their ids, which differ from one installation to the next. */
export interface ChannelNames {
  list(): Promise<Array<{ id: string; name: string }>>;
}

const RuleId = pattern(/^[\w.-]{1,128}$/, 'an id of letters, digits, ".", "_" and "-"');

/** Rules as text for git: one a line, keys in alphabetical order, in the order of their ids; channels by name, no secrets, no states. */
export async function exportRules(rules: readonly RuleView[], channels: ChannelNames): Promise<string> {
  const names = new Map((await channels.list()).map(({ id, name }) => [id, name]));
  return [...rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => `${lineOf(rule.id, inputOf(rule), names)}\n`)
    .join('');
}

/**
 * Makes or changes the rules of an export, each checked as if it were saved in the form. A line that fails is named and leaves the others
 * alone. Rules are told apart by their ids, so that the same file can be imported again and again.
 */
export async function importRules(
  { rules, channels }: { rules: RuleService; channels: ChannelNames },
  { ndjson, dryRun }: RuleImportBody,
  actor: Actor,
  search: Search,
): Promise<RuleImportResponse> {
  const known = await channels.list();
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const ids = new Map(known.map(({ id, name }) => [name, id]));
  const present = new Map((await rules.list()).map((rule) => [rule.id, rule]));
  const results: RuleImportResponse['results'] = [];

  async function importLine(text: string, line: number): Promise<RuleImportResponse['results'][number]> {
    const { id, input } = readLine(text);
    const named = { line, ...(id !== undefined && { id }), name: input.name };
    const missing = input.channels.filter((name) => !ids.has(name) && !names.has(name));
    const message = missing.length > 0 && `Without the channels that are not here: ${missing.join(', ')}.`;
    const wanted = {
      ...input,
      channels: input.channels.flatMap((name) => ids.get(name) ?? (names.has(name) ? [name] : [])),
    };
    const current = id === undefined ? undefined : present.get(id);
    // One that was changed outside does not run until it is saved again, even where it says the same.
    const same =
      current &&
      current.status.state !== 'changed_outside' &&
      lineOf(current.id, inputOf(current), names) === lineOf(current.id, wanted, names);
    const outcome = same ? 'unchanged' : current ? 'updated' : 'created';
    if (!same) {
      if (dryRun) await rules.check(wanted, search);
      else if (current) await rules.update(current, wanted, actor, search);
      else await rules.create(wanted, actor, search, id);
    }
    return { ...named, outcome, ...(message && { message }) };
  }

  for (const [index, text] of ndjson.split('\n').entries()) {
    if (text.trim() === '') continue;
    try {
      results.push(await importLine(text, index + 1));
    } catch (error) {
      results.push({ line: index + 1, outcome: 'failed', message: asSiemError(error).message });
    }
  }
  return { results };
}

function readLine(text: string): { id?: string; input: RuleInput } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SiemError('invalid_input', 'This line is not JSON.');
  }
  const { id, ...rest } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const result = RuleInput.decode(rest);
  const checkedId = t.union([RuleId, t.undefined]).decode(id);
  const problems = [
    ...(result._tag === 'Left' ? describeErrors(result.left) : []),
    ...(checkedId._tag === 'Left' ? [`id: must be ${RuleId.name}`] : []),
  ];
  if (result._tag === 'Left' || checkedId._tag === 'Left')
    throw new SiemError('invalid_input', problems.join('; '));
  return { ...(checkedId.right !== undefined && { id: checkedId.right }), input: result.right };
}

/** The types of fields are the server's own note, made anew with each save. */
function lineOf(id: string, input: RuleInput, channels: ReadonlyMap<string, string>): string {
  const { fieldTypes: _noted, ...index } = input.index;
  const names = input.channels.map((channel) => channels.get(channel) ?? channel).sort();
  return JSON.stringify(sorted({ id, ...input, index, channels: names }));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
