/** How a field of an event is indexed. `keyword_lower` matches whatever the case; `stored` is kept but not indexed. */
export type EventFieldType =
  | 'keyword'
  | 'keyword_lower'
  | 'text'
  | 'ip'
  | 'long'
  | 'integer'
  | 'double'
  | 'boolean'
  | 'date'
  | 'stored'
  /** `{"lat":…,"lon":…}` */
  | 'geo_point'
  /** An open-ended vendor object: `flat_object` on OpenSearch 2.19 and newer, else only stored. */
  | 'object';

/** One field that events of a log type can have, by its ECS or vendor path. */
export interface EventField {
  path: string;
  type: EventFieldType;
  /** Holds an array of values. */
  many?: boolean;
}
