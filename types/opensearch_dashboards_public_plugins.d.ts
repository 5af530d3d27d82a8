// The part of the browser API of the host's own plugins that we use (OpenSearch Dashboards 2.8).
import type { ComponentType } from 'react';

/** A button in an app's top navigation; `appName` limits it to that app. */
export interface TopNavMenuItem {
  id: string;
  label: string;
  testId?: string;
  appName?: string;
  iconType?: string;
  tooltip?: string | (() => string | undefined);
  disableButton?: boolean | (() => boolean);
  run(anchorElement: HTMLElement): void;
}

export interface NavigationSetup {
  registerMenuItem(item: TopNavMenuItem): void;
}

export interface HomeSetup {
  featureCatalogue: {
    register(feature: {
      id: string;
      title: string;
      description: string;
      icon: string;
      path: string;
      showOnHomePage: boolean;
      category: 'data' | 'admin' | 'other';
      order?: number;
    }): void;
  };
}

/** A query as Discover holds it. Later versions have more languages and may hold a `dataset`. */
export interface DiscoverQuery {
  language: string;
  query: string | Record<string, unknown>;
}

export interface TimeRange {
  from: string;
  to: string;
}

/** A filter pill: `meta` says if it is negated or disabled, `query` and the rest are query DSL. */
export interface DiscoverFilter {
  meta: {
    alias: string | null;
    disabled: boolean;
    negate: boolean;
    key?: string;
    type?: string;
    index?: string;
    [key: string]: unknown;
  };
  $state?: { store: 'appState' | 'globalState' };
  query?: Record<string, unknown>;
  [key: string]: unknown;
}

export interface IndexPatternField {
  name: string;
  type: string;
  esTypes?: string[];
  searchable: boolean;
  aggregatable: boolean;
  scripted?: boolean;
}

export interface IndexPattern {
  id?: string;
  title: string;
  timeFieldName?: string;
  /** The list is an array with more methods. */
  fields: IndexPatternField[];
  /** Set when the pattern's data is on another cluster (multi data source). */
  dataSourceRef?: { id: string; type: string };
}

export interface SearchBarProps {
  appName: string;
  indexPatterns?: IndexPattern[];
  showDatePicker?: boolean;
  showFilterBar?: boolean;
  showQueryInput?: boolean;
  showSaveQuery?: boolean;
  useDefaultBehaviors?: boolean;
  query?: DiscoverQuery;
  dateRangeFrom?: string;
  dateRangeTo?: string;
  onQuerySubmit?(payload: { dateRange: TimeRange; query?: DiscoverQuery }, isUpdate?: boolean): void;
}

export interface DataStart {
  query: {
    queryString: { getQuery(): DiscoverQuery };
    filterManager: { getFilters(): DiscoverFilter[] };
    timefilter: { timefilter: { getTime(): TimeRange; setTime(time: TimeRange): void } };
  };
  indexPatterns: {
    get(id: string): Promise<IndexPattern>;
    getDefault(): Promise<IndexPattern | undefined | null>;
    /** Kept once read, until `clearCache`. */
    getIdsWithTitle(): Promise<Array<{ id: string; title: string }>>;
    /** Forgets what was read: patterns came or went by other ways. */
    clearCache(): void;
    /** The fields that the indices behind `pattern` have now. */
    getFieldsForWildcard(options: { pattern: string; metaFields?: string[] }): Promise<IndexPatternField[]>;
  };
  ui: { SearchBar?: ComponentType<SearchBarProps> };
}

/** A search that the host keeps; a field not set in it may be set in those above it. */
export interface SearchSource {
  getOwnField(field: 'query' | 'filter' | 'index'): unknown;
  getParent(): SearchSource | undefined;
}

/** A panel of a dashboard. */
export interface PanelEmbeddable {
  type: string;
  /** The dashboard's query, filters and period are among its input. */
  getInput(): { query?: DiscoverQuery; filters?: DiscoverFilter[]; timeRange?: TimeRange };
  /** Of type `visualization`. */
  vis?: { type: { name: string }; data: { searchSource?: SearchSource } };
  /** Of type `search`. */
  getSavedSearch?(): { searchSource: SearchSource };
}

export interface PanelAction {
  id: string;
  type: string;
  /** Greater is higher up. */
  order: number;
  getDisplayName(): string;
  getIconType(): string;
  isCompatible(context: { embeddable: PanelEmbeddable }): Promise<boolean>;
  execute(context: { embeddable: PanelEmbeddable }): Promise<void>;
}

export interface UiActionsStart {
  /** Throws while the trigger is not registered, which is so until all plugins are set up. */
  addTriggerAction(trigger: 'CONTEXT_MENU_TRIGGER', action: PanelAction): void;
}

/** What the plugin gets of other plugins while it sets up; `home` is optional. */
export interface SetupDeps {
  navigation: NavigationSetup;
  home?: HomeSetup;
}

/** What the plugin gets of other plugins once it runs; `uiActions` is optional. */
export interface StartDeps {
  data: DataStart;
  uiActions?: UiActionsStart;
}
