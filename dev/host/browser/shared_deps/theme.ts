import euiDarkVars from '@opensearch-project/oui/dist/eui_theme_dark.json';
import euiLightVars from '@opensearch-project/oui/dist/eui_theme_light.json';

export { euiDarkVars, euiLightVars };

const tag = (window as unknown as { __osdThemeTag__?: string }).__osdThemeTag__ ?? 'v7light';

/** Colours and sizes of the theme that the page uses. */
export const euiThemeVars = tag.endsWith('dark') ? euiDarkVars : euiLightVars;
