import { createMemoryHistory } from 'history';
import { createScopedHistory } from './scoped_history';

const BASE = '/app/siem';

function historyAt(path: string) {
  const parent = createMemoryHistory({ initialEntries: [path] });
  const scoped = createScopedHistory(parent, BASE);
  const heard: string[] = [];
  scoped.listen(({ pathname, search }) => heard.push(pathname + search));
  return { parent, scoped, heard };
}

describe('createScopedHistory', () => {
  it("shows the app's own part of the path", () => {
    expect(historyAt(BASE).scoped.location.pathname).toBe('');
    expect(historyAt(`${BASE}/rules/7`).scoped.location.pathname).toBe('/rules/7');
  });

  it('moves below the base, by text and by location', () => {
    const { parent, scoped, heard } = historyAt(BASE);
    scoped.push('/rules?page=2');
    scoped.replace({ pathname: 'alerts', search: '?page=3' });
    expect(heard).toEqual(['/rules?page=2', '/alerts?page=3']);
    expect(parent.location).toMatchObject({ pathname: `${BASE}/alerts`, search: '?page=3' });
    expect(scoped.createHref({ pathname: '/x', search: '?y=1' })).toBe(`${BASE}/x?y=1`);
  });

  it('does not hear of other apps, whose ids may begin alike', () => {
    const { parent, heard } = historyAt(BASE);
    parent.push('/app/siem2/rules');
    parent.push('/app/discover');
    expect(heard).toEqual([]);
  });

  it('is dead once another app is shown', () => {
    const { parent, scoped, heard } = historyAt(BASE);
    scoped.deactivate();
    parent.push(`${BASE}/rules`);
    expect(heard).toEqual([]);
    expect(() => scoped.push('/rules')).toThrow('out of navigation scope');
  });
});
