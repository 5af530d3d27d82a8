import { createRegistry } from '../../registry';
import type { LogType } from '../log_type';
import { vpcflow } from './vpcflow/vpcflow';

/** All log types, in the order in which forms list them. */
export const logTypes = createRegistry<LogType>('log type', [vpcflow]);
