import { EuiConfirmModal, EuiFlyout, EuiModal, EuiOverlayMask } from '@elastic/eui';
import { I18nProvider } from '@osd/i18n/react';
import React, { type ReactElement } from 'react';
import { render, unmountComponentAtNode } from 'react-dom';
import type { MountPoint, OverlayRef, OverlayStart } from '../../../../types/opensearch_dashboards_public';
import { Mount, TextOrMount } from './mount';

/** A mount point that draws `element`. */
export function toMountPoint(element: ReactElement): MountPoint {
  return (container) => {
    render(<I18nProvider>{element}</I18nProvider>, container);
    return () => unmountComponentAtNode(container);
  };
}

/** Draws `make(close)` beside the page until it is closed. */
function open(make: (close: () => void) => ReactElement): OverlayRef {
  const container = document.body.appendChild(document.createElement('div'));
  let closed: () => void;
  const onClose = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const close = () => {
    unmountComponentAtNode(container);
    container.remove();
    closed();
  };
  toMountPoint(make(close))(container);
  return {
    onClose,
    close: async () => {
      if (container.isConnected) close();
    },
  };
}

/** Opens flyouts, modals and questions; one flyout and one modal at a time. */
export function createOverlays(): OverlayStart {
  let flyout: OverlayRef | undefined;
  let modal: OverlayRef | undefined;
  return {
    openFlyout(mount, options) {
      void flyout?.close();
      flyout = open((close) => (
        <EuiFlyout {...options} onClose={close}>
          <Mount point={mount} className="osdOverlayMountWrapper" />
        </EuiFlyout>
      ));
      return flyout;
    },
    openModal(mount, options) {
      void modal?.close();
      modal = open((close) => (
        <EuiOverlayMask>
          <EuiModal {...options} onClose={close}>
            <Mount point={mount} className="osdOverlayMountWrapper" />
          </EuiModal>
        </EuiOverlayMask>
      ));
      return modal;
    },
    openConfirm: (message, options) =>
      new Promise((resolve) => {
        void modal?.close();
        modal = open((close) => {
          const answer = (value: boolean) => () => {
            resolve(value);
            close();
          };
          return (
            <EuiOverlayMask>
              <EuiConfirmModal
                cancelButtonText="Cancel"
                confirmButtonText="Confirm"
                {...options}
                onCancel={answer(false)}
                onConfirm={answer(true)}
              >
                <TextOrMount value={message} />
              </EuiConfirmModal>
            </EuiOverlayMask>
          );
        });
        void modal.onClose.then(() => resolve(false));
      }),
  };
}
