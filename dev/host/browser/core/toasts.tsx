import { EuiButton, EuiCodeBlock, EuiGlobalToastList } from '@elastic/eui';
import React from 'react';
import { BehaviorSubject } from 'rxjs';
import type {
  NotificationsStart,
  OverlayStart,
  Toast,
  ToastInput,
} from '../../../../types/opensearch_dashboards_public';
import { TextOrMount, useObservable } from './mount';
import { toMountPoint } from './overlays';

type Color = 'primary' | 'success' | 'warning' | 'danger';
type ShownToast = Toast & { color: Color };
type Toasts = NotificationsStart['toasts'];

const LIFE_TIME_MS = 5_000;
const ERROR_LIFE_TIME_MS = 300_000;

export interface ToastService extends Toasts {
  toasts$: BehaviorSubject<ShownToast[]>;
}

export function createToasts(openModal: OverlayStart['openModal']): ToastService {
  const toasts$ = new BehaviorSubject<ShownToast[]>([]);
  let count = 0;

  const add = (color: Color, iconType?: string) => (toast: string | ToastInput) => {
    const input = typeof toast === 'string' ? { title: toast } : toast;
    count += 1;
    const shown: ShownToast = { iconType, ...input, id: String(count), color };
    toasts$.next([...toasts$.value, shown]);
    return shown;
  };
  const addDanger = add('danger', 'alert');

  return {
    toasts$,
    addInfo: add('primary', 'iInCircle'),
    addSuccess: add('success', 'check'),
    addWarning: add('warning', 'help'),
    addDanger,
    addError: (error, { title, toastMessage }) =>
      addDanger({
        title,
        toastLifeTimeMs: ERROR_LIFE_TIME_MS,
        text: toMountPoint(
          <>
            <p data-test-subj="errorToastMessage">{toastMessage ?? error.message}</p>
            <EuiButton
              size="s"
              color="danger"
              onClick={() =>
                openModal(
                  toMountPoint(
                    <EuiCodeBlock isCopyable paddingSize="s">
                      {error.stack ?? error.message}
                    </EuiCodeBlock>,
                  ),
                )
              }
            >
              See the full error
            </EuiButton>
          </>,
        ),
      }),
    remove: (toast) => {
      const id = typeof toast === 'string' ? toast : toast.id;
      toasts$.next(toasts$.value.filter((shown) => shown.id !== id));
    },
  };
}

export function ToastList({ service }: { service: ToastService }): JSX.Element {
  const toasts = useObservable(service.toasts$, service.toasts$.value);
  return (
    <EuiGlobalToastList
      data-test-subj="globalToastList"
      toastLifeTimeMs={LIFE_TIME_MS}
      dismissToast={({ id }) => service.remove(id)}
      toasts={toasts.map(({ title, text, ...toast }) => ({
        ...toast,
        title: <TextOrMount value={title} />,
        text: text ? <TextOrMount value={text} /> : undefined,
      }))}
    />
  );
}
