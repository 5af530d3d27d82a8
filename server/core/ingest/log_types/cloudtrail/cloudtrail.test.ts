import { join } from 'path';
import { testSamples } from '../../../../../test/unit/log_types/samples';
import { cloudtrail } from './cloudtrail';

testSamples(cloudtrail, join(__dirname, 'samples'));
