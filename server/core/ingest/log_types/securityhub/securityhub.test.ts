import { join } from 'path';
import { testSamples } from '../../../../../test/unit/log_types/samples';
import { securityhub } from './securityhub';

testSamples(securityhub, join(__dirname, 'samples'));
