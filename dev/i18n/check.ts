import { readFileSync } from 'fs';
import { join } from 'path';
import ts from 'typescript';
import { hardCodedTexts } from './hard_coded';
import { type Message, messagesOf } from './messages';

/** What is wrong with the texts of source files (paths below `root`), and how many messages they hold. */
export function checkMessages(root: string, paths: string[]): { messages: number; problems: string[] } {
  const problems: string[] = [];
  const known = new Map<string, Message>();
  for (const path of paths) {
    const text = readFileSync(join(root, path), 'utf8');
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const found = messagesOf(file);
    problems.push(...found.problems, ...hardCodedTexts(file));
    for (const message of found.messages) {
      const first = known.get(message.id);
      if (!first) known.set(message.id, message);
      else if (first.text !== message.text) {
        problems.push(`${message.place}: ${message.id} has another text at ${first.place}`);
      }
    }
  }
  return { messages: known.size, problems };
}
