import type { Agg } from './aggs';
import { count, terms } from './aggs';
import type { Panel } from './panel';
import { visualization } from './panel';

/** Pixels. */
const WIDTHS = { number: 120, time: 215 };

interface TableOptions {
  query?: string;
  /** Of the first column. */
  size?: number;
  /** More columns behind the events' number. */
  metrics?: Agg[];
  /** What the first number is called. */
  counted?: string;
  perPage?: number;
}

/** The most frequent values of one or several fields with how many events they have, most first. Columns without a width (pixels) share what is left. */
export function table(
  id: string,
  title: string,
  columns: ReadonlyArray<readonly [field: string, label: string, width?: number]>,
  { query, size = 20, metrics = [], counted = 'Events', perPage = 7 }: TableOptions = {},
): Panel {
  const numbers = [count(counted), ...metrics];
  // Each further column would else multiply the rows.
  const rowsOf = (index: number) => (index === 0 ? size : 5);
  return visualization(id, title, {
    type: 'table',
    params: {
      perPage,
      showPartialRows: false,
      showMetricsAtAllLevels: false,
      showTotal: false,
      totalFunc: 'sum',
      percentageCol: '',
    },
    aggs: [
      ...numbers,
      ...columns.map(([field, label], index) => terms(field, label, 'bucket', rowsOf(index))),
    ],
    query,
    look: {
      sortColumn: { colIndex: columns.length, direction: 'desc' },
      columnsWidth: [...columns.map(([, , width]) => width), ...numbers.map(widthOf)].flatMap(
        (width, colIndex) => (width === undefined ? [] : [{ colIndex, width }]),
      ),
    },
  });
}

function widthOf({ type }: Agg): number {
  return type === 'max' ? WIDTHS.time : WIDTHS.number;
}
