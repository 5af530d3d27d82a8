import { QueryError } from '../../../../common/query/query_error';
import type { QueryLanguage } from '../../../../common/rule';
import { SiemError } from '../../errors';
import type { Clause } from '../clauses';
import { compileDql } from './compile_dql';
import { compileLucene } from './compile_lucene';
import type { QueryContext } from './query_context';

/** A query in one of the languages as DSL. Fails with `query_invalid`, naming where: `place`, if it is one of several, and the character. */
export function compileText(
  text: string,
  language: QueryLanguage | undefined,
  context: QueryContext,
  place?: string,
): Clause {
  try {
    return language === 'kuery' ? compileDql(text, context) : compileLucene(text, context);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const where = `${place === undefined ? 'At' : `${place}: at`} character ${error.at + 1}`;
    throw new SiemError('query_invalid', `${where}: ${error.message}.`, { cause: error });
  }
}
