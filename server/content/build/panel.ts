import type { ContentObject } from '../../core/content/content_object';
import type { PatternId } from './saved_object';
import { savedObject, searchSource } from './saved_object';

/** What all panels of a dashboard share. */
export interface Scope {
  /** Id of the dashboard, without `awssiem-`. */
  dashboard: string;
  title: string;
  pattern: PatternId;
  /** Lucene; what every panel's own query is narrowed by. */
  query: string;
}

/** One panel of a dashboard, before it knows on which. */
export interface Panel {
  /** Unique on its dashboard. */
  id: string;
  title: string;
  /** Columns of the grid's 48; without it panels share what is left of their row. */
  width?: number;
  hideTitle?: boolean;
  build(scope: Scope, title: string, id: string): ContentObject;
}

/** What differs between visualizations. */
export interface VisualizationParts {
  /** OSD's name of the kind, such as `metric`. */
  type: string;
  params: object;
  aggs?: readonly object[];
  /** Lucene; only events that match count. */
  query?: string;
  /** Colours of series by their name. */
  colors?: Readonly<Record<string, string>>;
  /** What OSD keeps of a look beside colours: sort order and widths of columns. */
  look?: object;
  /** Searches nothing, as texts do. */
  plain?: boolean;
}

/** A panel that is a visualization. */
export function visualization(id: string, title: string, parts: VisualizationParts): Panel {
  const { type, params, aggs = [], query = '', colors, look, plain } = parts;
  return {
    id,
    title,
    build(scope, fullTitle, objectId) {
      const { meta, references } = searchSource(
        plain ? '' : both(scope.query, query),
        plain ? undefined : scope.pattern,
      );
      const vis = { ...(colors && { colors }), ...look };
      return savedObject(
        'visualization',
        objectId,
        {
          title: fullTitle,
          description: '',
          version: 1,
          uiStateJSON: JSON.stringify(Object.keys(vis).length > 0 ? { vis } : {}),
          visState: JSON.stringify({ title: fullTitle, type, params, aggs: numbered(aggs) }),
          kibanaSavedObjectMeta: meta,
        },
        references,
      );
    },
  };
}

/** The panel, so many of the grid's 48 columns wide. */
export function wide(width: number, panel: Panel): Panel {
  return { ...panel, width };
}

/** The panel, searching another index pattern than the rest of its dashboard. */
export function onPattern(pattern: PatternId, panel: Panel): Panel {
  return { ...panel, build: (scope, ...rest) => panel.build({ ...scope, pattern }, ...rest) };
}

/** Both Lucene queries at once; an empty one asks for nothing. */
export function both(first: string, second: string): string {
  if (first === '' || second === '') return first + second;
  return `${first} AND (${second})`;
}

/** Aggregations are known to each other by their place, from 1 on. */
function numbered(aggs: readonly object[]): object[] {
  return aggs.map((agg, index) => ({ id: String(index + 1), enabled: true, ...agg }));
}
