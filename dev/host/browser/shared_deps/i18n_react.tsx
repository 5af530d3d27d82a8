import React, { type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { i18n } from './i18n';

export {
  FormattedDate,
  FormattedMessage,
  FormattedNumber,
  FormattedPlural,
  FormattedRelative,
  FormattedTime,
  injectIntl as injectI18n,
  intlShape,
} from 'react-intl';

/** The provider of `@osd/i18n/react`: every separately mounted tree needs one around it. */
export function I18nProvider({ children }: { children?: ReactNode }): JSX.Element {
  return (
    <IntlProvider locale={i18n.getLocale()} textComponent={React.Fragment}>
      {children}
    </IntlProvider>
  );
}
