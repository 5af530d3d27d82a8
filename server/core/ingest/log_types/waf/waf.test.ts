import { join } from 'path';
import { testSamples } from '../../../../../test/unit/log_types/samples';
import { waf } from './waf';

testSamples(waf, join(__dirname, 'samples'));
