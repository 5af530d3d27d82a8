import type { AlertDocument } from '../../../common/alert';
import type { RuleInput } from '../../../common/rule';

type EventsQuery = Pick<AlertDocument['alert']['query'], 'language' | 'text'>;

/** The rule's query without its exceptions, as one text in the rule's language, for people who look at the events themselves. */
export function eventsQueryOf({
  query,
  language = 'lucene',
  exceptions = [],
}: Pick<RuleInput, 'query' | 'language' | 'exceptions'>): EventsQuery {
  const all = language === 'kuery' ? '*' : '*:*';
  const [and, not] = language === 'kuery' ? ['and', 'not'] : ['AND', 'NOT'];
  if (exceptions.length === 0) return { language, text: query };
  const parts = exceptions.map((exception) => `${and} ${not} (${exception.query})`);
  return { language, text: [query.trim() === '' ? all : `(${query})`, ...parts].join(' ') };
}
