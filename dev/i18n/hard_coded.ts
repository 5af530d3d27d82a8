import ts from 'typescript';
import { placeOf } from './messages';

/** Attributes and properties that people get to read. */
const SHOWN = new Set([
  'title',
  'label',
  'description',
  'helpText',
  'aria-label',
  'alt',
  'toolTipContent',
  'confirmButtonText',
  'cancelButtonText',
]);
const WORDS = /\p{L}{2}/u;
/** A placeholder that begins so is a sentence; others are examples of what to type. */
const SENTENCE = /^\p{Lu}\p{Ll}/u;
/** The same in every language. */
const NAMES = new Set(['OpenSearch', 'Lucene', 'DQL']);

/** Texts in one source file that people read and nobody can translate. */
export function hardCodedTexts(file: ts.SourceFile): string[] {
  const problems: string[] = [];
  visit(file);
  return problems;

  function visit(node: ts.Node): void {
    if (ts.isJsxText(node) && WORDS.test(node.text) && !NAMES.has(node.text.trim())) {
      report(node, node.text.trim());
    }
    if (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) {
      const text = literalOf(node.initializer);
      const name = node.name.getText(file).replace(/['"]/g, '');
      if (text !== undefined && isShown(name, text) && !NAMES.has(text)) report(node, text);
    }
    ts.forEachChild(node, visit);
  }

  function report(node: ts.Node, text: string): void {
    problems.push(`${placeOf(file, node)}: "${text}" cannot be translated; use i18n.translate`);
  }
}

function isShown(name: string, text: string): boolean {
  return name === 'placeholder' ? SENTENCE.test(text) : SHOWN.has(name) && WORDS.test(text);
}

function literalOf(node: ts.Node | undefined): string | undefined {
  if (node && ts.isJsxExpression(node)) return literalOf(node.expression);
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}
