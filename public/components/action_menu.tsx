import { EuiContextMenuItem, EuiContextMenuPanel, EuiPopover } from '@elastic/eui';
import React, { type ReactElement, useState } from 'react';

export interface MenuAction {
  id: string;
  icon: string;
  label: string;
  action(): void;
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
      closePopover={() => setIsOpen(false)}
      panelPaddingSize="none"
      anchorPosition={anchorPosition}
      button={button(() => setIsOpen(!isOpen))}
    >
      <EuiContextMenuPanel items={items} />
    </EuiPopover>
  );
}
