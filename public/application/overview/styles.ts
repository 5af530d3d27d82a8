/** Layout of the overview and of Explore; parts have their final size while they load, so that nothing jumps. */
export const OVERVIEW_CSS = `
.siem-gap { margin-bottom: 16px; }
.siem-noGrow { flex-grow: 0; }
.siem-top { grid-template-columns: minmax(0, 5fr) minmax(0, 3fr); }
.siem-topPanel { min-height: 470px; }
.siem-zero { opacity: 0.55; }
.siem-oneLine { display: block; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.siem-severities { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 8px; }
.siem-severity { display: block; padding: 4px 8px 4px 12px; border-left: 4px solid; color: inherit; }
.siem-severity:hover, .siem-severity:focus { background: rgba(105, 112, 125, 0.1); color: inherit; }
.siem-alertBars { display: block; width: 100%; height: 32px; margin: 8px 0; }
.siem-alertBase { fill: currentColor; opacity: 0.25; }
.siem-attention > li { margin-bottom: 8px; }
.siem-attention .euiText { padding-left: 20px; }
.siem-sourceList > li { display: flex; justify-content: space-between; align-items: center; gap: 12px; min-height: 26px; }
.siem-tiles { grid-template-columns: repeat(auto-fit, minmax(128px, 1fr)); gap: 8px; }
.siem-tile { min-height: 140px; }
.siem-tileTitle { min-height: 36px; }
.siem-tile--alarming { box-shadow: inset 0 3px #BD271E; }
.siem-tileValue { font-size: 22px; line-height: 30px; font-weight: 500; font-variant-numeric: tabular-nums; }
.siem-sparkline { width: 100%; height: 24px; margin-top: 4px; fill: currentColor; opacity: 0.5; }
.siem-eventsPanel { min-height: 322px; }
.siem-events { display: grid; grid-template-columns: 320px minmax(0, 1fr); gap: 16px; }
.siem-eventsChart { min-height: 250px; display: flex; flex-direction: column; }
.siem-histogram { height: 250px; max-height: 250px; width: 100%; }
.siem-type { display: flex; align-items: center; gap: 8px; width: 100%; padding: 2px 4px; line-height: 24px; font-size: 14px; border-radius: 4px; text-align: left; }
.siem-type:hover { background: rgba(105, 112, 125, 0.1); }
.siem-type--selected { background: rgba(0, 107, 180, 0.15); font-weight: 600; }
.siem-typeName { flex: 1; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.siem-typeChange { width: 92px; font-size: 12px; opacity: 0.8; }
.siem-dot { width: 10px; height: 10px; border-radius: 50%; flex: none; }
.siem-tables { grid-template-columns: repeat(auto-fit, minmax(500px, 1fr)); grid-auto-flow: dense; }
.siem-tablePanel { min-height: 220px; min-width: 0; }
.siem-tablePanel--wide { grid-column: span 2; }
.siem-tableBody { max-height: 290px; overflow: auto; }
.siem-related { grid-template-columns: repeat(auto-fill, minmax(380px, 1fr)); }
.siem-relatedPanel.siem-tablePanel { min-height: 160px; min-width: 0; }
.siem-factPanel { min-height: 96px; }
.siem-legend { display: inline-flex; align-items: center; gap: 4px; margin-right: 12px; white-space: nowrap; }
.siem-signalList { display: flex; flex-wrap: wrap; gap: 4px 32px; font-size: 14px; }
.siem-noData { flex: 1; min-height: 120px; display: flex; align-items: center; justify-content: center; text-align: center; font-size: 14px; }
.siem-noData > * { max-width: 42em; }
.siem-value { display: inline-flex; align-items: center; max-width: 100%; vertical-align: bottom; }
.siem-valueText { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.siem-valueText > .euiLink { display: block; max-width: 100%; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.siem-related .siem-valueText, .siem-related .siem-valueText > .euiLink { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; white-space: normal; overflow-wrap: anywhere; }
.siem-valueActions { flex: none; opacity: 0; }
.siem-related .siem-valueActions { width: 24px; margin-right: -24px; z-index: 1; }
.siem-related .euiTableCellContent, .siem-related .euiTableCellContent__text { overflow: visible; min-width: 0; }
.siem-value:hover .siem-valueActions, .siem-value:focus-within .siem-valueActions, tr:hover .siem-valueActions, li:hover .siem-valueActions { opacity: 1; }
@media (hover: none) { .siem-valueActions { opacity: 1; } }
.siem-pill .euiBadge__content { cursor: pointer; }
.siem-bone { height: 12px; margin-bottom: 12px; border-radius: 4px; background: rgba(105, 112, 125, 0.15); animation: siem-pulse 1.5s ease-in-out infinite; }
.siem-bone--title { width: 40%; height: 18px; }
@keyframes siem-pulse { 50% { opacity: 0.4; } }
@media (prefers-reduced-motion: reduce) {
  .siem-bone { animation: none; }
  .siem-stale { transition: none; }
}
@media (max-width: 1000px) {
  .siem-top, .siem-events { grid-template-columns: minmax(0, 1fr); }
  .siem-tablePanel--wide { grid-column: auto; }
  .siem-tables { grid-template-columns: minmax(0, 1fr); }
}
`;
