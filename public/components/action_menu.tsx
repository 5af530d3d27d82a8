import { EuiContextMenuItem, EuiContextMenuPanel, EuiPopover } from '@elastic/eui';
import React, { type ReactElement, useState } from 'react';
import { useMenuFocus } from './use_menu_focus';

export interface MenuAction {
  id: string;
  icon: string;
  label: string;
  action(): void;
}

export function menuAction(id: string, icon: string, label: string, action: () => void): MenuAction {
  return { id, icon, label, action };
}

interface Props {
  actions: readonly MenuAction[];
  /** Test subject of an item, before its id. */
  testSubject: string;
  anchorPosition: 'downLeft' | 'downRight';
  button(toggle: () => void): ReactElement;
}

/** Actions that open below a button; choosing one closes them. */
export function ActionMenu({ actions, testSubject, anchorPosition, button }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const buttonRef = useMenuFocus(isOpen);
  const items = actions.map(({ id, icon, label, action }) => (
    <EuiContextMenuItem
      key={id}
      icon={icon}
      onClick={() => {
        setIsOpen(false);
        action();
      }}
      data-test-subj={`${testSubject}-${id}`}
    >
      {label}
    </EuiContextMenuItem>
  ));
  return (
    <EuiPopover
      isOpen={isOpen}
      buttonRef={buttonRef}
      closePopover={() => setIsOpen(false)}
      panelPaddingSize="none"
      anchorPosition={anchorPosition}
      button={button(() => setIsOpen(!isOpen))}
    >
      {/* While it closes, a panel that is still there would take the focus again. */}
      {isOpen && <EuiContextMenuPanel items={items} />}
    </EuiPopover>
  );
}
