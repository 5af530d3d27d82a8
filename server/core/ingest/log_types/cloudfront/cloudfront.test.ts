import { join } from 'path';
import { testSamples } from '../../../../../test/unit/log_types/samples';
import { cloudfront } from './cloudfront';

testSamples(cloudfront, join(__dirname, 'samples'));
