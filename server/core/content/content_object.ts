/** Kinds of the host's saved objects that we ship, in the order in which they refer to each other. */
export const CONTENT_TYPES = ['index-pattern', 'search', 'visualization', 'dashboard'] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];

export interface ContentReference {
  name: string;
  type: ContentType;
  id: string;
}

/** A saved object of the host as it is shipped: nested parts are JSON strings, as OSD keeps them (host-contracts 4.7). */
export interface ContentObject {
  type: ContentType;
  id: string;
  attributes: Readonly<Record<string, unknown>> & { title: string };
  references: ContentReference[];
  /** The newest form that OSD 2.8 knows of this type; a newer one would be refused. */
  migrationVersion: Readonly<Record<string, string>>;
}

/** A dashboard as the app lists it. */
export interface ShippedDashboard {
  id: string;
  title: string;
  description: string;
}

/** Everything that is shipped. */
export interface Content {
  /** Raised with each release whose objects differ; shown to people, never compared. */
  version: number;
  objects: readonly ContentObject[];
  dashboards: readonly ShippedDashboard[];
}
