import type { QueryLanguage } from '../../common/rule';

/** The language that a page's URL names; Lucene where it names none that there is. */
export function languageOf({ language }: { language: string }): QueryLanguage {
  return language === 'kuery' ? 'kuery' : 'lucene';
}
