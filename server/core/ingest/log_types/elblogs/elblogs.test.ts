import { join } from 'path';
import { testSamples } from '../../../../../test/unit/log_types/samples';
import { elblogs } from './elblogs';

testSamples(elblogs, join(__dirname, 'samples'));
