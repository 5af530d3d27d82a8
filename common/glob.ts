/** `*` and `?` of a glob, among the UTF-16 codes of its other characters. */
const ANY = -1;
const ONE = -2;

/** A text with wildcards, taken apart: `*` stands for any text, `?` for one character, `\` makes the next one stand for itself. */
export type Glob = readonly number[];

export function parseGlob(text: string): Glob {
  const glob: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2a) glob.push(ANY);
    else if (code === 0x3f) glob.push(ONE);
    else if (code === 0x5c && at + 1 < text.length) glob.push(text.charCodeAt(++at));
    else glob.push(code);
  }
  return glob;
}

export function hasWildcards(glob: Glob): boolean {
  return glob.some((token) => token < 0);
}

/** The text of a glob without wildcards. */
export function globText(glob: Glob): string {
  return String.fromCharCode(...glob);
}

/** Whether the whole text fits. Takes at most the product of both lengths, unlike a regular expression with many `.*`. */
export function matchGlob(glob: Glob, text: string): boolean {
  let token = 0;
  let star = -1;
  let retry = 0;
  let at = 0;
  while (at < text.length) {
    const wanted = glob[token];
    if (wanted === ANY) {
      star = token++;
      retry = at;
    } else if (wanted === ONE || wanted === text.charCodeAt(at)) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++retry;
    } else {
      return false;
    }
  }
  while (glob[token] === ANY) token++;
  return token === glob.length;
}
