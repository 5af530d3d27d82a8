import { join } from 'path';
import { testSamples } from '../../../../../test/unit/log_types/samples';
import { s3access } from './s3access';

testSamples(s3access, join(__dirname, 'samples'));
