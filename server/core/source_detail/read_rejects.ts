import { REJECTS_PATTERN } from '../../../common/plugin';
import type { RejectsQuery, RejectsResponse, SourceReject } from '../../../common/source_detail';
import type { Search, SearchAnswer } from '../ports';
import { cursorOf, sortValuesOf } from './cursor';

const ROWS = 25;
const REASONS = 20;
const REASON = 'error.message.keyword';

interface RejectSource {
  '@timestamp': string;
  event: { original: string };
  error: { message: string };
  log: { file: { path: string }; offset: number };
}

/** Rejects of a source, the newest objects in front, as the user who asks. */
export async function readRejects(
  search: Search,
  source: { id: string; bucket: string },
  query: RejectsQuery,
  signal?: AbortSignal,
): Promise<RejectsResponse> {
  const size = query.size ?? ROWS;
  const place = `s3://${source.bucket}/`;
  const answer = await search.search(
    {
      index: REJECTS_PATTERN,
      body: {
        size,
        track_total_hits: true,
        query: { bool: { filter: [{ term: { 'siem.source.id': source.id } }] } },
        // Not in the query, so that the counts by reason stay those of all.
        post_filter: {
          bool: {
            filter: [
              ...(query.reason ? [{ term: { [REASON]: query.reason } }] : []),
              ...(query.object ? [{ term: { 'log.file.path': place + query.object } }] : []),
            ],
          },
        },
        aggs: { reasons: { terms: { field: REASON, size: REASONS } } },
        sort: [
          { '@timestamp': { order: 'desc', unmapped_type: 'date' } },
          { 'log.file.path': { order: 'asc', unmapped_type: 'keyword' } },
          { 'log.offset': { order: 'asc', unmapped_type: 'long' } },
        ],
        ...(query.after && { search_after: sortValuesOf(query.after) }),
      },
    },
    signal,
  );
  const { hits } = answer.hits;
  const last = hits[hits.length - 1]?._source as RejectSource | undefined;
  return {
    items: hits.map((hit) => rejectOf(hit, place)),
    total: answer.hits.total,
    reasons: reasonsOf(answer),
    ...(last &&
      hits.length === size && {
        next: cursorOf([Date.parse(last['@timestamp']), last.log.file.path, last.log.offset]),
      }),
  };
}

function rejectOf(
  { _id, _index, _source }: SearchAnswer['hits']['hits'][number],
  place: string,
): SourceReject {
  const { event, error, log, ...rest } = _source as unknown as RejectSource;
  const { path } = log.file;
  return {
    id: _id,
    index: _index,
    at: rest['@timestamp'],
    reason: error.message,
    raw: event.original,
    // A source whose bucket was changed still has rejects of the one before.
    key: path.startsWith(place) ? path.slice(place.length) : path,
    position: log.offset,
  };
}

function reasonsOf({ aggregations }: SearchAnswer): RejectsResponse['reasons'] {
  const reasons = aggregations?.['reasons'] as
    { buckets: Array<{ key: string; doc_count: number }> } | undefined;
  return (reasons?.buckets ?? []).map(({ key, doc_count }) => ({ reason: key, count: doc_count }));
}
