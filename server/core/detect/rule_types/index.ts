import { createRegistry } from '../../registry';
import type { RuleType } from '../rule_type';
import { newTerms } from './new_terms';
import { noData } from './no_data';
import { sequence } from './sequence';
import { threshold } from './threshold';

/** Every kind of rule there is. */
export const ruleTypes = createRegistry<RuleType>('rule type', [threshold, newTerms, sequence, noData]);
