import type { CoreStart, PanelEmbeddable, StartDeps } from '../../types/opensearch_dashboards_public';
import { panelAction } from './entry_points';

const panel = (type: string, visType?: string): PanelEmbeddable => ({
  type,
  getInput: () => ({}),
  ...(visType && { vis: { type: { name: visType }, data: {} } }),
});

describe('panelAction', () => {
  const action = panelAction({} as CoreStart, {} as StartDeps);

  it.each([
    ['a saved search', panel('search'), true],
    ['a histogram', panel('visualization', 'histogram'), true],
    ['a table', panel('visualization', 'table'), true],
    ['a visualization that is not read yet', panel('visualization'), false],
    ['Markdown', panel('visualization', 'markdown'), false],
    ['controls', panel('visualization', 'input_control_vis'), false],
    ['TSVB', panel('visualization', 'metrics'), false],
    ['another kind of panel', panel('map'), false],
  ])('is offered or not for %s', async (_what, embeddable, expected) => {
    expect(await action.isCompatible({ embeddable })).toBe(expected);
  });
});
