import moment from 'moment';
import { useMemo } from 'react';
import { useSiem } from '../application/siem_context';

const DEFAULT_FORMAT = 'MMM D, YYYY @ HH:mm:ss';

/** Shows times in the host's format and time zone, to the second. */
export function useTimeFormat(): (time: string | number) => string {
  const { core } = useSiem();
  return useMemo(() => {
    const format = core.uiSettings.get('dateFormat', DEFAULT_FORMAT).replace('.SSS', '');
    return (time) => moment(time).format(format);
  }, [core]);
}
