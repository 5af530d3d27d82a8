import type { ContentObject } from '../core/content/content_object';
import { CONTENT_TYPES } from '../core/content/content_object';
import { alertMappingProperties } from '../core/detect/alert_mapping';
import { logTypes } from '../core/ingest/log_types';
import { mappingProperties } from '../core/ingest/mapping';
import { shippedContent } from '.';
import { mappedFields } from './mapped_fields';

const FIELDS = {
  logs: mappedFields(logTypes.all.map((logType) => mappingProperties(logType, { flatObject: false }))),
  alerts: mappedFields([alertMappingProperties]),
};
const { objects, dashboards } = shippedContent(FIELDS);
const KNOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  'awssiem-logs': new Set(FIELDS.logs.map(({ path }) => path)),
  'awssiem-alerts': new Set(FIELDS.alerts.map(({ path }) => path)),
};

/** Attributes that OSD 2.8 maps; its mappings are strict, so that any other makes an import fail. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  'index-pattern': ['title', 'timeFieldName', 'fields', 'fieldFormatMap'],
  search: ['title', 'description', 'hits', 'columns', 'sort', 'version', 'kibanaSavedObjectMeta'],
  visualization: ['title', 'description', 'version', 'uiStateJSON', 'visState', 'kibanaSavedObjectMeta'],
  dashboard: [
    ...['title', 'description', 'hits', 'panelsJSON', 'optionsJSON', 'version', 'timeRestore'],
    'kibanaSavedObjectMeta',
  ],
};
/** The newest forms that OSD 2.8 knows; one newer makes it refuse the whole file. */
const FORMS = { 'index-pattern': '7.6.0', search: '7.9.3', visualization: '7.10.0', dashboard: '7.9.3' };
const VISUALIZATIONS = [
  'metric',
  'table',
  'histogram',
  'line',
  'area',
  'horizontal_bar',
  'pie',
  'markdown',
  'input_control_vis',
  'vega',
];

const json = (object: ContentObject, attribute: string) =>
  JSON.parse(object.attributes[attribute] as string) as Record<string, unknown>;
const sourceOf = ({ attributes }: ContentObject) =>
  JSON.parse((attributes['kibanaSavedObjectMeta'] as { searchSourceJSON: string }).searchSourceJSON) as {
    query: { query: string };
    indexRefName?: string;
  };
const ofType = (type: string) => objects.filter((object) => object.type === type);
const each = (list: ContentObject[]) => list.map((object): [string, ContentObject] => [object.id, object]);

/** Names of fields in a Lucene query. */
const queried = (query: string) =>
  [...query.replace(/"[^"]*"/g, '""').matchAll(/(_exists_:)?([\w.@]+)(?=:)|_exists_:([\w.@]+)/g)]
    .map(([, , field, existing]) => existing ?? field ?? '')
    .filter((field) => field !== '_exists_');

/** Every field that an object names. */
function fieldsOf(object: ContentObject): string[] {
  const fields = [...queried(sourceOf(object).query.query)];
  if (object.type === 'search') fields.push(...(object.attributes['columns'] as string[]));
  if (object.type !== 'visualization') return fields;
  const { aggs, params } = json(object, 'visState') as {
    aggs: Array<{ params: { field?: string; filters?: Array<{ input: { query: string } }> } }>;
    params: { controls?: Array<{ fieldName: string }>; spec?: string };
  };
  for (const { params: agg } of aggs) {
    if (agg.field) fields.push(agg.field);
    for (const { input } of agg.filters ?? []) fields.push(...queried(input.query));
  }
  fields.push(...(params.controls ?? []).map(({ fieldName }) => fieldName));
  for (const [, field = ''] of (params.spec ?? '').matchAll(
    /"(?:field|%timefield%)": "([\w@]*[.@][\w.@]*)"/g,
  ))
    fields.push(field);
  return fields;
}

describe('the prebuilt saved objects', () => {
  it('hold a dashboard for each log type but the open one, and the overall ones', () => {
    const types = logTypes.all.map(({ id }) => id).filter((id) => id !== 'json');
    expect(dashboards.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['overview', 'alerts', 'iam', ...types].map((id) => `awssiem-${id}`)),
    );
  });

  it('have ids and titles of their own, marked as ours', () => {
    expect(new Set(objects.map(({ type, id }) => `${type}:${id}`)).size).toBe(objects.length);
    expect(objects.filter(({ id }) => !/^awssiem-[\w-]+$/.test(id))).toEqual([]);
    for (const type of CONTENT_TYPES) {
      const titles = ofType(type).map(({ attributes }) => attributes.title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  it.each(each([...objects]))(
    '%s keeps to what OSD 2.8 imports',
    (_id, { type, attributes, migrationVersion }) => {
      expect(ATTRIBUTES[type]).toEqual(expect.arrayContaining(Object.keys(attributes)));
      expect(migrationVersion).toEqual({ [type]: FORMS[type] });
      for (const [name, value] of Object.entries(attributes)) {
        if (/JSON$|^(visState|fields|fieldFormatMap)$/.test(name))
          expect(() => void JSON.parse(value as string)).not.toThrow();
      }
    },
  );

  it.each(each([...objects]))(
    '%s refers only to what is shipped, and to all that it needs',
    (_id, object) => {
      const ids = new Set(objects.map(({ type, id }) => `${type}:${id}`));
      expect(object.references.filter(({ type, id }) => !ids.has(`${type}:${id}`))).toEqual([]);
      const text = JSON.stringify(object.attributes);
      const named = [
        ...text.matchAll(/(?:indexRefName|panelRefName|indexPatternRefName)\\*":\\*"([^"\\]+)/g),
      ];
      expect(object.references.map(({ name }) => name).sort()).toEqual(named.map(([, name]) => name).sort());
    },
  );

  it.each(each([...ofType('visualization'), ...ofType('search')]))(
    '%s names only fields that are there',
    (_id, object) => {
      const pattern = object.references[0]?.id;
      const known = pattern === undefined ? new Set<string>() : KNOWN[pattern];
      // The whole of an alert, as in the query of the alerts' table.
      const missing = fieldsOf(object).filter((field) => !known?.has(field) && field !== 'alert');
      expect(missing).toEqual([]);
    },
  );

  it.each(each(ofType('visualization')))(
    '%s is of a kind that 2.8 draws, titled alike inside and out',
    (_id, object) => {
      const { type, title } = json(object, 'visState');
      expect(VISUALIZATIONS).toContain(type);
      expect(title).toBe(object.attributes.title);
    },
  );

  it.each(each(ofType('dashboard')))('%s fills its grid without gap or overlap', (_id, object) => {
    const panels = JSON.parse(object.attributes['panelsJSON'] as string) as Array<{
      gridData: { x: number; y: number; w: number; h: number };
    }>;
    const taken = new Set<string>();
    let area = 0;
    for (const {
      gridData: { x, y, w, h },
    } of panels) {
      expect([x, y, w, h].every(Number.isInteger)).toBe(true);
      area += w * h;
      for (let column = x; column < x + w; column++)
        for (let line = y; line < y + h; line++) taken.add(`${column}/${line}`);
    }
    const height = Math.max(...panels.map(({ gridData: { y, h } }) => y + h));
    expect([taken.size, area]).toEqual([48 * height, 48 * height]);
  });

  it('has index patterns that list the fields of our mappings before there are events', () => {
    const [logs] = ofType('index-pattern');
    const fields = json(logs!, 'fields') as unknown as Array<{
      name: string;
      type: string;
      aggregatable: boolean;
    }>;
    expect(fields).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: '@timestamp', type: 'date' }),
        expect.objectContaining({ name: 'source.ip', type: 'ip', aggregatable: true }),
        expect.objectContaining({ name: 'http.response.status_code', type: 'number' }),
        expect.objectContaining({ name: 'message', type: 'string', aggregatable: false }),
      ]),
    );
    const formats = Object.keys(json(logs!, 'fieldFormatMap'));
    expect(formats.filter((name) => !KNOWN['awssiem-logs']?.has(name))).toEqual([]);
  });
});
