import { createRegistry } from '../../registry';
import type { RuleType } from '../rule_type';
import { threshold } from './threshold';

/** Every kind of rule there is. */
export const ruleTypes = createRegistry<RuleType>('rule type', [threshold]);
