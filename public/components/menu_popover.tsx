import { EuiPopover } from '@elastic/eui';
import React, { type ReactElement, useState } from 'react';
import { useMenuFocus } from './use_menu_focus';

interface Props {
  anchorPosition: 'downLeft' | 'downRight';
  button(toggle: () => void): ReactElement;
  /** The menu, which is made when it is opened. */
  children(close: () => void): ReactElement;
}

/** A menu below a button, which gets the focus back. */
export function MenuPopover({ anchorPosition, button, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const buttonRef = useMenuFocus(isOpen);
  const close = () => setIsOpen(false);
  return (
    <EuiPopover
      isOpen={isOpen}
      buttonRef={buttonRef}
      closePopover={close}
      panelPaddingSize="none"
      anchorPosition={anchorPosition}
      button={button(() => setIsOpen(!isOpen))}
    >
      {/* While it closes, a menu that is still there would take the focus again. */}
      {isOpen && children(close)}
    </EuiPopover>
  );
}
