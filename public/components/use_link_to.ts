import { useCallback, type MouseEvent } from 'react';
import { useHistory } from 'react-router-dom';

export interface LinkProps {
  href: string;
  onClick(event: MouseEvent): void;
}

/** Makes the props of an EUI link or button that leads to a path of the app without loading the page again. */
export function useLinkTo(): (path: string) => LinkProps {
  const history = useHistory();
  return useCallback(
    (path) => {
      const [pathname = '/', search = ''] = path.split('?');
      const location = { pathname, search: search && `?${search}` };
      return {
        href: history.createHref(location),
        onClick(event) {
          // A new tab or window is the browser's business.
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
          event.preventDefault();
          history.push(location);
        },
      };
    },
    [history],
  );
}
