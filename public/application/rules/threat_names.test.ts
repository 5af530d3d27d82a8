import { tacticName, techniqueName, techniqueUrl } from './threat_names';

it.each([
  [tacticName('TA0001'), 'Initial Access'],
  [tacticName('TA9999'), 'TA9999'],
  [techniqueName('T1078'), 'Valid Accounts'],
  [techniqueName('T1078.004'), 'Valid Accounts: Cloud Accounts'],
  [techniqueName('T9999.001'), 'T9999.001'],
  [techniqueUrl('T1078.004'), 'https://attack.mitre.org/techniques/T1078/004/'],
])('%s is %s', (found, expected) => {
  expect(found).toBe(expected);
});
