import { type RefCallback, useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Gives the focus back to a menu's button when the menu closes. EUI's menus focus their first item before their popover notes where
 * the focus was, so that it was lost with the item.
 * @returns for the popover's `buttonRef`
 */
export function useMenuFocus(isOpen: boolean): RefCallback<HTMLElement> {
  const anchor = useRef<HTMLElement | null>(null);
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    // A click somewhere else has moved the focus by intent.
    const isLost = !focused || focused === document.body || focused.closest('.euiPopover__panel') !== null;
    if (wasOpen.current && !isOpen && isLost) anchor.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return useCallback((element) => {
    anchor.current = element;
  }, []);
}
