import { i18n } from '@osd/i18n';
import { useEffect, useRef } from 'react';
import { useSiem } from '../application/siem_context';

/**
 * While there is something to lose, asks before a link of the app or the host leads away, and has the browser ask before the page is closed or
 * loaded anew. Returns what asks the same before another way out: whether to go.
 */
export function useLeaveWarning(hasChanges: boolean): () => Promise<boolean> {
  const { core } = useSiem();
  const isLeaving = useRef(false);
  const ask = async () => {
    if (!hasChanges) return true;
    isLeaving.current = await core.overlays.openConfirm(TEXT, {
      title: i18n.translate('awsSiem.leave.title', { defaultMessage: 'Leave without saving?' }),
      confirmButtonText: i18n.translate('awsSiem.leave.leave', { defaultMessage: 'Leave' }),
      cancelButtonText: i18n.translate('awsSiem.leave.stay', { defaultMessage: 'Stay' }),
      buttonColor: 'danger',
    });
    return isLeaving.current;
  };

  useEffect(() => {
    if (!hasChanges) return undefined;
    const onUnload = (event: BeforeUnloadEvent) => {
      if (isLeaving.current) return;
      event.preventDefault();
      // Chromium before version 119 asks only for this.
      event.returnValue = '';
    };
    const onClick = (event: MouseEvent) => {
      const link = linkLeftBy(event);
      if (!link) return;
      // Before React and the host's router see it.
      event.preventDefault();
      event.stopPropagation();
      void ask().then((leaves) => (leaves ? core.application.navigateToUrl(link.href) : undefined));
    };
    window.addEventListener('beforeunload', onUnload);
    window.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      window.removeEventListener('click', onClick, true);
    };
  });

  return ask;
}

const TEXT = i18n.translate('awsSiem.leave.text', { defaultMessage: 'What you changed here will be lost.' });

/** The link that a click follows to another page in this window. */
function linkLeftBy(event: MouseEvent): HTMLAnchorElement | undefined {
  const { target, button, metaKey, ctrlKey, shiftKey, altKey } = event;
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || !(target instanceof Element))
    return undefined;
  const link = target.closest<HTMLAnchorElement>('a[href]');
  if (!link || (link.target && link.target !== '_self') || link.hasAttribute('download')) return undefined;
  const { pathname, search, origin } = window.location;
  const isHere = link.origin === origin && link.pathname === pathname && link.search === search;
  return isHere ? undefined : link;
}
