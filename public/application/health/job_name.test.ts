import { jobName } from './job_name';

it.each([
  ['poll:s1', 'Poll flows'],
  ['poll:gone', 'Poll gone'],
  ['rules:17', 'Run rules, part 17'],
  ['health:check', 'Check health'],
  ['something:new', 'something:new'],
])('%s is shown as %s', (id, expected) => expect(jobName(id, new Map([['s1', 'flows']]))).toBe(expected));
