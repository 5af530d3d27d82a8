import { of } from 'rxjs';
import { StatusService } from './status';

const level = (name: 'available' | 'degraded' | 'critical', value: 0 | 1 | 3) => ({
  toString: () => name,
  valueOf: () => value,
});

describe('status', () => {
  it('is green until a plugin says otherwise', () => {
    const status = new StatusService();
    status.forPlugin('awsSiem');
    expect(status.summary()).toMatchObject({ overall: { state: 'green' } });
  });

  it('takes the colour of the worst component', () => {
    const status = new StatusService();
    status.forPlugin('one').set(of({ level: level('degraded', 1), summary: 'slow' }));
    expect(status.summary().overall.state).toBe('yellow');
    status.forPlugin('two').set(of({ level: level('critical', 3), summary: 'down' }));
    expect(status.summary().overall.state).toBe('red');
    expect(status.summary().statuses).toContainEqual(
      expect.objectContaining({ id: 'plugin:two@2.8.0', message: 'down', state: 'red' }),
    );
  });
});
