import type { PreviewPoint, PreviewResponse } from '../../../../common/rule_preview';
import { groupBy } from '../../group_by';
import { groupKey } from '../group';
import type { Point } from '../rule_type';

const MOST_SERIES = 8;
/** A chart shows no more than this many points well. */
const MOST_POINTS = 400;

/** What was judged as lines of a chart: the groups that came closest to an alert, thinned out so that each peak stays. */
export function seriesOf(points: readonly Point[]): Pick<PreviewResponse, 'series' | 'groups' | 'limits'> {
  const groups = groupBy(points, ({ group }) => groupKey(group));
  const series = [...groups]
    .map(([group, own]) => ({
      group,
      own,
      fired: own.filter(({ fired }) => fired).length,
      peak: peakOf(own),
    }))
    .sort((a, b) => b.fired - a.fired || b.peak - a.peak)
    .slice(0, MOST_SERIES)
    .map(({ group, own }) => ({ group, points: thinned(own) }));
  return { series, groups: groups.size, limits: points[points.length - 1]?.limits ?? {} };
}

function peakOf(points: readonly Point[]): number {
  return points.reduce((peak, { value }) => Math.max(peak, value), -Infinity);
}

/** Points in order of time; of several that fall together the greatest, one that fired before all others. */
function thinned(points: readonly Point[]): PreviewPoint[] {
  const inOrder = points.map(({ at, value, fired }) => ({ at, value, fired })).sort((a, b) => a.at - b.at);
  const share = Math.ceil(inOrder.length / MOST_POINTS);
  if (share <= 1) return inOrder;
  return Array.from({ length: Math.ceil(inOrder.length / share) }, (_, index) =>
    inOrder
      .slice(index * share, (index + 1) * share)
      .reduce((a, b) => (rank(b) > rank(a) || (rank(b) === rank(a) && b.value > a.value) ? b : a)),
  );
}

function rank({ fired }: PreviewPoint): number {
  return fired ? 1 : 0;
}
