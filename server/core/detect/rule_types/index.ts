import { createRegistry } from '../../registry';
import type { RuleType } from '../rule_type';
import { baseline } from './baseline';
import { indicator } from './indicator';
import { ipList } from './ip_list';
import { match } from './match';
import { newTerms } from './new_terms';
import { noData } from './no_data';
import { ratio } from './ratio';
import { sequence } from './sequence';
import { threshold } from './threshold';

/** Every kind of rule there is. */
export const ruleTypes = createRegistry<RuleType>('rule type', [
  match,
  threshold,
  ratio,
  ipList,
  indicator,
  newTerms,
  baseline,
  sequence,
  noData,
]);
