import { join } from 'path';
import { testSamples } from '../../../../../test/unit/log_types/samples';
import { vpcflow } from './vpcflow';

testSamples(vpcflow, join(__dirname, 'samples'));
