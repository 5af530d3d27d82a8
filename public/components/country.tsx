import { i18n } from '@osd/i18n';
import React from 'react';

/** A country by its ISO 3166-1 code, with its name in the host's language where the browser knows it. */
export function Country({ code }: { code: string }) {
  return <span title={code}>{countryName(code)}</span>;
}

/** The code itself where it is none, or the browser has no names. */
export function countryName(code: string): string {
  try {
    const names = new Intl.DisplayNames([i18n.getLocale() || 'en'], { type: 'region' });
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
