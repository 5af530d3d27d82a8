import moment from 'moment';
import { useMemo } from 'react';
import { useSiem } from '../application/siem_context';

const DEFAULT_FORMAT = 'MMM D, YYYY @ HH:mm:ss';

/**
 * Shows times in the host's format and time zone, to the second.
 * @param withZone says which zone it is, for times that are passed on or stand beside ones in UTC
 */
export function useTimeFormat(withZone = false): (time: string | number) => string {
  const { core } = useSiem();
  return useMemo(() => {
    const format = core.uiSettings.get('dateFormat', DEFAULT_FORMAT).replace('.SSS', '');
    return (time) => moment(time).format(withZone ? `${format} [(UTC]Z[)]` : format);
  }, [core, withZone]);
}
