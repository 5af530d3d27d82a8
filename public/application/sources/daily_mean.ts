import type { SavedDay } from '../../../common/exclusion';

/** A row for the mean of the days, with an empty `day`; none where there is nothing to take the mean of. */
export function dailyMean(days: readonly SavedDay[]): SavedDay[] {
  if (days.length < 2) return [];
  const mean = (field: 'objects' | 'events' | 'bytes') =>
    days.reduce((sum, day) => sum + day[field], 0) / days.length;
  return [{ day: '', objects: mean('objects'), events: mean('events'), bytes: mean('bytes') }];
}
