/** Formats that hold messages of their own, one for each case. */
const WITH_CASES = ['plural', 'select', 'selectordinal'];

/**
 * Names of the values that an ICU message takes, as react-intl 2 reads it.
 * @throws Error when braces do not match or a plural or select lacks the case `other`
 */
export function placeholdersOf(message: string): Set<string> {
  const names = new Set<string>();
  const end = readMessage(message, 0, names);
  if (end < message.length) throw new Error('there is a "}" too many');
  return names;
}

/** Reads up to the end of the text or of the case that it stands in; returns where that is. */
function readMessage(text: string, from: number, names: Set<string>): number {
  let at = from;
  while (at < text.length && text[at] !== '}') {
    at = text[at] === '{' ? readArgument(text, at + 1, names) : at + 1;
  }
  return at;
}

/** Reads what stands between braces; returns where the text goes on behind them. */
function readArgument(text: string, from: number, names: Set<string>): number {
  const [head = '', name, format] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*,?)?/.exec(text.slice(from)) ?? [];
  if (!name) throw new Error('"{" is not followed by a name');
  names.add(name);
  let at = from + head.length;
  const cases: string[] = [];
  let word = '';
  for (; text[at] !== '}'; at++) {
    if (at >= text.length) throw new Error(`{${name}} is not closed`);
    if (text[at] !== '{') {
      word += text[at];
      continue;
    }
    cases.push(word.trim());
    word = '';
    at = readMessage(text, at + 1, names);
  }
  if (format && WITH_CASES.includes(format) && !cases.includes('other')) {
    throw new Error(`the ${format} of {${name}} has no case "other"`);
  }
  return at + 1;
}
