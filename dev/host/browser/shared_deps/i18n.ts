import IntlMessageFormat from 'intl-messageformat';

const LOCALE = 'en';

type Values = Record<string, unknown>;

/** `@osd/i18n` as far as plugins use it: no translations, so every text is its default one. */
export const i18n = {
  translate(
    id: string,
    { defaultMessage, values = {} }: { defaultMessage: string; values?: Values },
  ): string {
    if (!id) throw new Error('[I18n] A message id must be a non-empty string.');
    return String(new IntlMessageFormat(defaultMessage, LOCALE).format(values));
  },
  getLocale: () => LOCALE,
};
