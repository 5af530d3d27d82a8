import { byTime, count, filters } from './aggs';
import { STATUS_COLORS } from './colors';
import type { Panel } from './panel';
import { splitBars } from './chart';

/** HTTP answers over time by their class. */
export function statusBars(id: string, title: string): Panel {
  const classes = (['2xx', '3xx', '4xx', '5xx'] as const).map((name) => {
    const first = name.charAt(0);
    return [name, `http.response.status_code:[${first}00 TO ${first}99]`] as const;
  });
  return splitBars(id, title, [count('Requests'), byTime(), filters(classes, 'group')], STATUS_COLORS);
}
