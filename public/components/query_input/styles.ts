/** Queries, as they are typed anywhere in the app, and what is suggested for them. */
export const QUERY_CSS = `
.siem-code { font-family: 'Roboto Mono', Menlo, Consolas, monospace; font-size: 13px; }
.siem-query { position: relative; }
.siem-suggestions { position: absolute; z-index: 10; left: 0; right: 0; max-height: 240px; overflow: auto; }
.siem-suggestions li { display: flex; justify-content: space-between; gap: 16px; padding: 4px 8px; cursor: pointer; overflow-wrap: anywhere; }
.siem-suggestions li[aria-selected='true'], .siem-suggestions li:hover { background: rgba(0, 107, 180, 0.15); }
.siem-lint { margin-top: 4px; }
.siem-lintPlace { text-decoration: underline wavy; }
.siem-searchBox.euiFormControlLayout { height: auto; }
.siem-searchText.euiTextArea { display: block; min-height: 40px; max-height: 160px; padding-left: 40px; padding-right: 40px; line-height: 16px; }
.siem-searchLanguage { justify-content: flex-start; padding-top: 4px; }
`;
