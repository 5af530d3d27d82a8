import * as t from 'io-ts';
import { object } from './object_codec';
import { API_ROOT } from './plugin';

/** Endpoints of the prebuilt saved objects: what is installed, install or upgrade, uninstall. */
export const CONTENT_PATHS = {
  content: `${API_ROOT}/content`,
  install: `${API_ROOT}/content/_install`,
  uninstall: `${API_ROOT}/content/_uninstall`,
} as const;

/**
 * How a shipped object stands in the user's tenant: not there (`new`), as it is shipped (`unchanged`), as an earlier version was shipped
 * (`outdated`), or otherwise (`edited`): changed by someone, or never ours.
 */
export type ContentState = 'new' | 'unchanged' | 'outdated' | 'edited';

export interface ContentItem {
  type: string;
  id: string;
  title: string;
  state: ContentState;
  /** Something that stays needs it, so that uninstalling keeps it. */
  needed: boolean;
}

export interface ContentDashboard {
  id: string;
  title: string;
  description: string;
  state: ContentState;
}

export interface ContentResponse {
  version: number;
  /** Where the user's saved objects are, as people call it; absent where the host has no tenants. */
  tenant?: string;
  dashboards: ContentDashboard[];
  items: ContentItem[];
}

/** `edited`: also replace, or remove, what was edited. */
export const ContentBody = object({ edited: t.boolean });
export type ContentBody = t.TypeOf<typeof ContentBody>;
