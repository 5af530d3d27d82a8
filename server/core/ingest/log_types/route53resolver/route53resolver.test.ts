import { join } from 'path';
import { testSamples } from '../../../../../test/unit/log_types/samples';
import { route53resolver } from './route53resolver';

testSamples(route53resolver, join(__dirname, 'samples'));
