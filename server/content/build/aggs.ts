/** What OSD keeps of an aggregation, apart from its number. */
export interface Agg {
  type: string;
  schema: 'metric' | 'segment' | 'group' | 'bucket' | 'split';
  params: object;
}

/** How many events. */
export function count(label?: string): Agg {
  return { type: 'count', schema: 'metric', params: { ...(label && { customLabel: label }) } };
}

/** How many different values. */
export function unique(field: string, label: string): Agg {
  return { type: 'cardinality', schema: 'metric', params: { field, customLabel: label } };
}

export function sum(field: string, label: string): Agg {
  return { type: 'sum', schema: 'metric', params: { field, customLabel: label } };
}

/** Percentiles such as 50 and 95. */
export function percentiles(field: string, percents: number[], label: string): Agg {
  return { type: 'percentiles', schema: 'metric', params: { field, percents, customLabel: label } };
}

/** The latest time. */
export function latest(field: string, label: string): Agg {
  return { type: 'max', schema: 'metric', params: { field, customLabel: label } };
}

/** The most frequent values of a field (of the first metric), most first. */
export function terms(field: string, label: string, schema: Agg['schema'] = 'bucket', size = 10): Agg {
  return {
    type: 'terms',
    schema,
    params: {
      field,
      orderBy: '1',
      order: 'desc',
      size,
      otherBucket: false,
      otherBucketLabel: 'Other',
      missingBucket: false,
      missingBucketLabel: 'Missing',
      customLabel: label,
    },
  };
}

/** One bucket for each Lucene query, in their order. */
export function filters(
  queries: ReadonlyArray<readonly [label: string, query: string]>,
  schema: Agg['schema'],
): Agg {
  return {
    type: 'filters',
    schema,
    params: {
      filters: queries.map(([label, query]) => ({ input: { query, language: 'lucene' }, label })),
    },
  };
}

/** Spans of time that suit the period that is looked at. */
export function byTime(): Agg {
  return {
    type: 'date_histogram',
    schema: 'segment',
    params: {
      field: '@timestamp',
      useNormalizedOpenSearchInterval: true,
      scaleMetricValues: false,
      interval: 'auto',
      drop_partials: false,
      min_doc_count: 1,
      extended_bounds: {},
      // The axis would else repeat the field's name.
      customLabel: ' ',
    },
  };
}
