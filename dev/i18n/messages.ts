import ts from 'typescript';
import { placeholdersOf } from './placeholders';

const PREFIX = 'awsSiem.';

export interface Message {
  id: string;
  text: string;
  /** `public/file.tsx:12`. */
  place: string;
}

export interface Findings {
  messages: Message[];
  /** What is wrong, each beginning with its place. */
  problems: string[];
}

/** The messages of one source file: calls of `i18n.translate` and `FormattedMessage` elements. */
export function messagesOf(file: ts.SourceFile): Findings {
  const findings: Findings = { messages: [], problems: [] };
  visit(file);
  return findings;

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'i18n.translate') {
      const [id, options] = node.arguments;
      const parts = options && ts.isObjectLiteralExpression(options) ? propertiesOf(options) : undefined;
      check(node, id, parts?.get('defaultMessage'), parts?.get('values'));
    }
    if (isFormattedMessage(node)) {
      const parts = attributesOf(node);
      check(node, parts.get('id'), parts.get('defaultMessage'), parts.get('values'));
    }
    ts.forEachChild(node, visit);
  }

  function check(node: ts.Node, id?: ts.Node, message?: ts.Node, values?: ts.Node): void {
    const place = placeOf(file, node);
    const problem = (text: string) => findings.problems.push(`${place}: ${text}`);
    if (!id || !ts.isStringLiteralLike(id)) return void problem('the id of a message must be a literal');
    if (!id.text.startsWith(PREFIX)) problem(`the id ${id.text} must begin with ${PREFIX}`);
    if (!message || !ts.isStringLiteralLike(message)) {
      return void problem(`the defaultMessage of ${id.text} must be a literal`);
    }
    findings.messages.push({ id: id.text, text: message.text, place });
    try {
      compare(placeholdersOf(message.text), values, (text) => problem(`${id.text}: ${text}`));
    } catch (error) {
      problem(`${id.text}: ${(error as Error).message}`);
    }
  }
}

/** Values that are given by name must be those that the message takes. */
function compare(taken: Set<string>, values: ts.Node | undefined, problem: (text: string) => void): void {
  if (values && !ts.isObjectLiteralExpression(values)) return;
  const given = new Set(values ? propertiesOf(values).keys() : []);
  const open = values?.properties.some(ts.isSpreadAssignment) ?? false;
  for (const name of taken) if (!given.has(name) && !open) problem(`{${name}} is given no value`);
  for (const name of given) if (!taken.has(name)) problem(`the message has no place for the value ${name}`);
}

type Tag = ts.JsxSelfClosingElement | ts.JsxOpeningElement;

function isFormattedMessage(node: ts.Node): node is Tag {
  return (
    (ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)) &&
    node.tagName.getText() === 'FormattedMessage'
  );
}

function attributesOf(element: Tag): Map<string, ts.Node> {
  const found = new Map<string, ts.Node>();
  for (const attribute of element.attributes.properties) {
    if (!ts.isJsxAttribute(attribute) || !attribute.initializer) continue;
    const { initializer } = attribute;
    const value = ts.isJsxExpression(initializer) ? initializer.expression : initializer;
    if (value) found.set(attribute.name.getText(), value);
  }
  return found;
}

function propertiesOf(object: ts.ObjectLiteralExpression): Map<string, ts.Node> {
  const found = new Map<string, ts.Node>();
  for (const property of object.properties) {
    if (ts.isPropertyAssignment(property)) found.set(property.name.getText(), property.initializer);
    if (ts.isShorthandPropertyAssignment(property)) found.set(property.name.text, property.name);
  }
  return found;
}

/** `public/file.tsx:12`. */
export function placeOf(file: ts.SourceFile, node: ts.Node): string {
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
}
