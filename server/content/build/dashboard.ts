import type { ContentObject, ContentReference, ShippedDashboard } from '../../core/content/content_object';
import type { Panel, Scope } from './panel';
import type { PatternId } from './saved_object';
import { LOGS, savedObject, searchSource } from './saved_object';

/** Columns of the grid of a dashboard. */
const COLUMNS = 48;

/** Panels side by side. */
export interface Row {
  /** In rows of the grid, 20 px each with the gap between. */
  height: number;
  panels: readonly Panel[];
}

export function row(height: number, ...panels: Panel[]): Row {
  return { height, panels };
}

export interface DashboardParts {
  /** Without `awssiem-`. */
  id: string;
  title: string;
  /** Short, for links on the other dashboards. */
  label: string;
  description: string;
  pattern?: PatternId;
  /** Lucene; every panel looks only at events that match. */
  query?: string;
  rows: readonly Row[];
}

export interface BuiltDashboard extends ShippedDashboard {
  /** The dashboard and what is on it. */
  objects: ContentObject[];
}

interface Placed {
  panel: Panel;
  object: ContentObject;
  grid: { x: number; y: number; w: number; h: number };
}

/** The saved object's id of a dashboard. */
export function dashboardId(id: string): string {
  return `awssiem-${id}`;
}

/** Lays the rows out from above and builds all objects. The period stays the one that is looked at, so that links keep it. */
export function buildDashboard(parts: DashboardParts): BuiltDashboard {
  const { id, title, description, pattern = LOGS, query = '' } = parts;
  const placed = place(parts.rows, { dashboard: id, title, pattern, query });
  const panels = placed.map(({ panel, grid }, index) => ({
    version: '2.8.0',
    gridData: { ...grid, i: String(index + 1) },
    panelIndex: String(index + 1),
    title: panel.title,
    embeddableConfig: { ...(panel.hideTitle && { hidePanelTitles: true }) },
    panelRefName: `panel_${index}`,
  }));
  const references = placed.map(({ object }, index): ContentReference => ({
    name: `panel_${index}`,
    type: object.type,
    id: object.id,
  }));
  const dashboard = savedObject(
    'dashboard',
    dashboardId(id),
    {
      title,
      description,
      hits: 0,
      panelsJSON: JSON.stringify(panels),
      optionsJSON: JSON.stringify({ hidePanelTitles: false, useMargins: true }),
      version: 1,
      timeRestore: false,
      kibanaSavedObjectMeta: searchSource('').meta,
    },
    references,
  );
  return {
    id: dashboard.id,
    title,
    description,
    objects: [...placed.map(({ object }) => object), dashboard],
  };
}

function place(rows: readonly Row[], scope: Scope): Placed[] {
  let y = 0;
  return rows.flatMap(({ height: h, panels }) => {
    const taken = panels.reduce((total, { width = 0 }) => total + width, 0);
    const sharing = panels.filter(({ width }) => width === undefined).length;
    let x = 0;
    const placed = panels.map((panel): Placed => {
      const w = panel.width ?? (COLUMNS - taken) / sharing;
      const grid = { x, y, w, h };
      x += w;
      const title = `${scope.title}: ${panel.title}`;
      return { panel, grid, object: panel.build(scope, title, `awssiem-${scope.dashboard}-${panel.id}`) };
    });
    y += h;
    return placed;
  });
}
