import {
  OBJECT_SORTS,
  RATE_TIMES,
  type ObjectsQuery,
  type RateQuery,
} from '../../../../common/source_detail';
import { TIME_DEFAULTS } from '../../../services/time_range';

/** State of a source's page with its defaults; `after` is a cursor of the open tab's list. */
export const DETAIL_PARAMS = {
  ...TIME_DEFAULTS,
  tab: 'overview',
  by: 'ingested',
  search: '',
  status: '',
  sort: 'at',
  order: 'desc',
  reason: '',
  object: '',
  after: '',
};
export type DetailParams = typeof DETAIL_PARAMS;

export interface TabProps {
  params: DetailParams;
  setParams(changes: Partial<DetailParams>): void;
}

/** What the ledger is asked for a state of the page. */
export function objectsQuery({
  search,
  status,
  sort,
  order,
  after,
}: Pick<DetailParams, 'search' | 'status' | 'sort' | 'order' | 'after'>): ObjectsQuery {
  return {
    sort: OBJECT_SORTS.find((known) => known === sort) ?? 'at',
    order: order === 'asc' ? 'asc' : 'desc',
    ...(search && { search }),
    ...(status && { status }),
    ...(after && { after }),
  };
}

/** Which time of events the chart shows. */
export function rateTime(by: string): RateQuery['by'] {
  return RATE_TIMES.find((known) => known === by) ?? 'ingested';
}
