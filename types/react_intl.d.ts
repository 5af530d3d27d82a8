// react-intl 2 ships no types; only the stand-in host's `@osd/i18n/react` uses it.
declare module 'react-intl' {
  import type { ComponentType, ReactNode } from 'react';

  export const IntlProvider: ComponentType<{
    locale: string;
    textComponent?: unknown;
    children?: ReactNode;
  }>;
  export const FormattedDate: ComponentType<Record<string, unknown>>;
  export const FormattedMessage: ComponentType<Record<string, unknown>>;
  export const FormattedNumber: ComponentType<Record<string, unknown>>;
  export const FormattedPlural: ComponentType<Record<string, unknown>>;
  export const FormattedRelative: ComponentType<Record<string, unknown>>;
  export const FormattedTime: ComponentType<Record<string, unknown>>;
  export const injectIntl: <P>(component: ComponentType<P>) => ComponentType<P>;
  export const intlShape: unknown;
}
