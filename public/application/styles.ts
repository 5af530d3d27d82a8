import { QUERY_CSS } from '../components/query_input/styles';
import { OVERVIEW_CSS } from './overview/styles';
import { RULE_FORM_CSS } from './rules/form/styles';

const STYLE_ID = 'siem-styles';

/** Only what EUI has no class for. Colours come from EUI's components and variables. */
const CSS = `
.siem-page { min-height: 100%; }
.siem-tabs { margin-bottom: 16px; }
.siem-page [tabindex='0']:focus-visible, .siem-page .siem-type:focus-visible { outline: 2px solid currentColor !important; outline-offset: -2px; }
.siem-formFields { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
.siem-grid { display: grid; gap: 16px; }
.siem-metrics { grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); }
.siem-facts { grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: 12px; }
.siem-factValue { font-size: 20px; line-height: 28px; font-weight: 500; font-variant-numeric: tabular-nums; }
.siem-break { overflow-wrap: anywhere; }
.siem-raw { display: block; white-space: pre-wrap; max-height: 120px; overflow: auto; }
.siem-halves { grid-template-columns: repeat(auto-fit, minmax(520px, 1fr)); align-items: start; }
.siem-form { grid-template-columns: minmax(0, 7fr) minmax(0, 6fr); align-items: start; gap: 24px; }
.siem-cards { grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 8px; }
.siem-metric { text-align: left; display: flex; flex-direction: column; justify-content: flex-start; align-items: flex-start; }
.siem-inText a.euiLink { text-decoration: underline; }
.siem-number { font-variant-numeric: tabular-nums; }
.siem-metricValue { font-size: 26px; line-height: 36px; font-weight: 500; font-variant-numeric: tabular-nums; }
.siem-chart { height: 220px; }
.siem-scroll { max-height: 340px; overflow: auto; }
.siem-nowrap { white-space: nowrap; }
.siem-clamp { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.siem-ruleSummary { -webkit-line-clamp: 3; overflow-wrap: anywhere; }
.siem-sticky { position: sticky; top: 112px; max-height: calc(100vh - 136px); overflow: auto; }
.siem-mono textarea, textarea.siem-mono { font-family: 'Roboto Mono', Menlo, Consolas, monospace; font-size: 12px; }
.siem-spark { display: inline-flex; align-items: center; gap: 8px; }
.siem-spark > .siem-number { min-width: 24px; text-align: right; }
.siem-factValue .siem-spark > .siem-number { min-width: 0; }
.siem-sparkShape { width: 72px; display: inline-flex; color: #d36086; }
.siem-sparkShape .siem-sparkline { opacity: 1; }
.siem-chartLow { height: 140px; }
.siem-settingValue { white-space: pre-line; overflow-wrap: anywhere; }
.siem-page .euiTableRow-isSelected .euiTextColor--subdued { color: inherit; }
.siem-toolbarText { line-height: 32px; }
.siem-stale { opacity: 0.6; transition: opacity 150ms 400ms; }
.siem-loading { min-height: 320px; display: flex; align-items: center; justify-content: center; }
.siem-pills { margin-top: 8px; display: flex; flex-wrap: wrap; gap: 4px; }
@media (max-width: 1000px) {
  .siem-form { grid-template-columns: minmax(0, 1fr); }
  .siem-halves { grid-template-columns: minmax(0, 1fr); }
}
${OVERVIEW_CSS}${QUERY_CSS}${RULE_FORM_CSS}`;

/** Appends the app's few styles to the page, once; the host loads no stylesheet of plugins. */
export function addStyles(): void {
  if (document.getElementById(STYLE_ID)) return;
  const style = document.createElement('style');
  style.id = STYLE_ID;
  style.textContent = CSS;
  document.head.appendChild(style);
}
