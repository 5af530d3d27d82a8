import { join } from 'path';
import { testSamples } from '../../../../../test/unit/log_types/samples';
import { guardduty } from './guardduty';

testSamples(guardduty, join(__dirname, 'samples'));
