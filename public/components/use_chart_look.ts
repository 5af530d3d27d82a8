import type { PartialTheme } from '@elastic/charts';
import { EUI_CHARTS_THEME_DARK, EUI_CHARTS_THEME_LIGHT } from '@elastic/eui/dist/eui_charts_theme';
import { useSiem } from '../application/siem_context';
import { isDark } from '../host';

/** The host's theme, and its time zone as series take it. */
export function useChartLook(): { theme: PartialTheme; timeZone: string } {
  const { uiSettings } = useSiem().core;
  const zone = uiSettings.get('dateFormat:tz', 'Browser');
  const { theme } = isDark() ? EUI_CHARTS_THEME_DARK : EUI_CHARTS_THEME_LIGHT;
  return { theme, timeZone: zone === 'Browser' ? 'local' : zone };
}
