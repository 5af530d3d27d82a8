import type { PanelEmbeddable, SearchSource } from '../../types/opensearch_dashboards_public';
import { searchOfPanel } from './search_of_panel';

const pattern = { id: '1', title: 'siem-logs-*', timeFieldName: '@timestamp', fields: [] };
const pill = (key: string) => ({ meta: { alias: null, disabled: false, negate: false, key }, query: {} });

function source(fields: Record<string, unknown>, parent?: SearchSource): SearchSource {
  return { getOwnField: (field) => fields[field], getParent: () => parent };
}

const input = {
  query: { language: 'kuery', query: 'cloud.region : "eu-west-1"' },
  filters: [pill('dashboard')],
  timeRange: { from: 'now-1h', to: 'now' },
};

const visualization = (searchSource?: SearchSource): PanelEmbeddable => ({
  type: 'visualization',
  getInput: () => input,
  vis: { type: { name: 'histogram' }, data: { searchSource } },
});

describe('searchOfPanel', () => {
  it("puts a visualization's search below that of the dashboard", () => {
    const query = { language: 'lucene', query: 'type:elblogs' };
    const own = source({ index: pattern, query, filter: [pill('own')] });
    expect(searchOfPanel(visualization(own))).toEqual({
      queries: [input.query, query],
      filters: [pill('dashboard'), pill('own')],
      indexPattern: pattern,
    });
  });

  it('adds the saved search that a visualization is linked to', () => {
    const query = { language: 'lucene', query: 'type:elblogs' };
    const linked = source({ index: pattern, query, filter: pill('linked') });
    expect(searchOfPanel(visualization(source({}, linked)))).toEqual({
      queries: [input.query, query],
      filters: [pill('dashboard'), pill('linked')],
      indexPattern: pattern,
    });
  });

  it("takes of a saved search only its own: the sources above it are the dashboard's", () => {
    const query = { language: 'lucene', query: 'type:vpcflow' };
    const above = source({ query: input.query, filter: input.filters });
    const searchSource = source({ index: pattern, query, filter: () => [] }, above);
    const panel = { type: 'search', getInput: () => input, getSavedSearch: () => ({ searchSource }) };
    expect(searchOfPanel(panel)).toEqual({
      queries: [input.query, query],
      filters: [pill('dashboard')],
      indexPattern: pattern,
    });
  });

  it.each([
    ['Markdown', visualization(source({}))],
    ['a visualization that is not drawn yet', { type: 'visualization', getInput: () => input }],
  ])('finds none in %s', (_what, panel) => {
    expect(searchOfPanel(panel)).toBeUndefined();
  });
});
