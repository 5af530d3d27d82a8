import { EuiContextMenuItem, EuiContextMenuPanel } from '@elastic/eui';
import React, { type ReactElement } from 'react';
import { MenuPopover } from './menu_popover';

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
export function ActionMenu({ actions, testSubject, ...popover }: Props) {
  return (
    <MenuPopover {...popover}>
      {(close) => (
        <EuiContextMenuPanel
          items={actions.map(({ id, icon, label, action }) => (
            <EuiContextMenuItem
              key={id}
              icon={icon}
              onClick={() => {
                close();
                action();
              }}
              data-test-subj={`${testSubject}-${id}`}
            >
              {label}
            </EuiContextMenuItem>
          ))}
        />
      )}
    </MenuPopover>
  );
}
