/**
 * Reads rison, the compact JSON in the host's URLs (https://github.com/Nanonid/rison): `(a:!(1,'b c'),d:!t)`.
 * @throws when the text is not rison
 */
export function parseRison(text: string): unknown {
  let at = 0;

  const fail = (): never => {
    throw new Error(`Not rison at ${at}: ${text}`);
  };
  const take = (character: string) => (text[at] === character ? ++at : fail());

  function value(): unknown {
    switch (text[at]) {
      case '(':
        return object();
      case '!':
        at += 1;
        return special();
      case "'":
        return quoted();
      default:
        return bare();
    }
  }

  function special(): unknown {
    const character = text[at];
    at += 1;
    if (character === 't') return true;
    if (character === 'f') return false;
    if (character === 'n') return null;
    return character === '(' ? array() : fail();
  }

  function array(): unknown[] {
    const items: unknown[] = [];
    while (text[at] !== ')') {
      if (items.length > 0) take(',');
      items.push(value());
    }
    take(')');
    return items;
  }

  function object(): Record<string, unknown> {
    const entries: Array<[string, unknown]> = [];
    take('(');
    while (text[at] !== ')') {
      if (entries.length > 0) take(',');
      const key = String(text[at] === "'" ? quoted() : bare());
      take(':');
      entries.push([key, value()]);
    }
    take(')');
    return Object.fromEntries(entries);
  }

  function quoted(): string {
    let result = '';
    take("'");
    while (text[at] !== "'") {
      if (at >= text.length) fail();
      if (text[at] === '!') at += 1;
      result += text[at];
      at += 1;
    }
    take("'");
    return result;
  }

  function bare(): string | number {
    const [word = ''] = /^[^ '!:(),*@$]+[^ '!:(),]*/.exec(text.slice(at)) ?? [];
    if (word === '') fail();
    at += word.length;
    return /^-?(0|[1-9]\d*)(\.\d+)?(e-?\d+)?$/.test(word) ? Number(word) : word;
  }

  const result = value();
  return at === text.length ? result : fail();
}
