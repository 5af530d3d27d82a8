import { i18n } from '@osd/i18n';
import { useEffect, useRef } from 'react';
import { useSiem } from '../application/siem_context';
import { guardHistory } from './history_guard';

/**
 * While there is something to lose, asks before a link, Back or Forward leads away, and has the browser ask before the page is closed or loaded
 * anew. The host's history of an app cannot be blocked, so links and moves are caught before its router sees them. Returns what asks the same
 * before another way out: whether to go.
 */
export function useLeaveWarning(hasChanges: boolean): () => Promise<boolean> {
  const { core } = useSiem();
  const state = useRef<'staying' | 'asking' | 'leaving'>('staying');
  const isReturning = useRef(false);
  const place = useRef<number>();
  const ask = async () => {
    if (!hasChanges) return true;
    if (state.current === 'asking') return false;
    state.current = 'asking';
    const leaves = await core.overlays.openConfirm(TEXT, {
      title: i18n.translate('awsSiem.leave.title', { defaultMessage: 'Leave without saving?' }),
      confirmButtonText: i18n.translate('awsSiem.leave.leave', { defaultMessage: 'Leave' }),
      cancelButtonText: i18n.translate('awsSiem.leave.stay', { defaultMessage: 'Stay' }),
      buttonColor: 'danger',
    });
    state.current = leaves ? 'leaving' : 'staying';
    return leaves;
  };

  useEffect(() => {
    if (!hasChanges) return undefined;
    if (!isReturning.current) place.current = placeInHistory();
    const onUnload = (event: BeforeUnloadEvent) => {
      if (state.current === 'leaving') return;
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
    const onMove = (event: PopStateEvent) => {
      if (state.current === 'leaving') return;
      event.stopImmediatePropagation();
      if (isReturning.current) {
        isReturning.current = false;
        return;
      }
      // The browser has moved already: it goes back to the form, and on if so wished.
      const steps = stepsFrom(place.current);
      isReturning.current = true;
      window.history.go(-steps);
      void ask().then((leaves) => leaves && window.history.go(steps));
    };
    window.addEventListener('beforeunload', onUnload);
    window.addEventListener('click', onClick, true);
    const endGuard = guardHistory(onMove);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      window.removeEventListener('click', onClick, true);
      endGuard();
    };
  });

  return ask;
}

const TEXT = i18n.translate('awsSiem.leave.text', { defaultMessage: 'What you changed here will be lost.' });

declare global {
  interface Window {
    /** Not in every browser yet. */
    navigation?: { currentEntry: { index: number } | null };
  }
}

/** Which of the pages in the tab's history is shown; undefined in browsers that do not say. */
function placeInHistory(): number | undefined {
  return window.navigation?.currentEntry?.index;
}

/** How far the browser has moved from a place. One that does not say so is taken to have gone back: a form is most often the newest page. */
function stepsFrom(place: number | undefined): number {
  const now = placeInHistory();
  return place === undefined || now === undefined || now === place ? -1 : now - place;
}

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
