// The host's translation modules (shared dependencies `OsdI18n`, `OsdI18nReact`; host-contracts 1.6), in no package registry.

declare module '@osd/i18n' {
  export interface TranslateArguments {
    defaultMessage: string;
    values?: Record<string, string | number | boolean | Date | null | undefined>;
    description?: string;
  }
  export const i18n: {
    /** The text of `id` in the server's locale, else `defaultMessage`, with `{name}` and ICU plurals filled in. */
    translate(id: string, args: TranslateArguments): string;
    getLocale(): string;
  };
}

declare module '@osd/i18n/react' {
  import type { ComponentType, ReactNode } from 'react';

  export const I18nProvider: ComponentType<{ children?: ReactNode }>;
  export const FormattedMessage: ComponentType<{
    id: string;
    defaultMessage: string;
    values?: Record<string, ReactNode>;
  }>;
  export const FormattedDate: ComponentType<{ value: Date | number | string } & Intl.DateTimeFormatOptions>;
  export const FormattedNumber: ComponentType<{ value: number } & Intl.NumberFormatOptions>;
  export const FormattedRelative: ComponentType<{ value: Date | number | string }>;
}
