/** What the rule form needs beyond EUI: inputs of queries, the preview beside the form. */
export const RULE_FORM_CSS = `
.siem-code { font-family: 'Roboto Mono', Menlo, Consolas, monospace; font-size: 13px; }
.siem-query { position: relative; }
.siem-suggestions { position: absolute; z-index: 10; left: 0; right: 0; max-height: 240px; overflow: auto; }
.siem-suggestions li { display: flex; justify-content: space-between; gap: 16px; padding: 4px 8px; cursor: pointer; overflow-wrap: anywhere; }
.siem-suggestions li[aria-selected='true'], .siem-suggestions li:hover { background: rgba(0, 107, 180, 0.15); }
.siem-lint { margin-top: 4px; }
.siem-lintPlace { text-decoration: underline wavy; }
.siem-ruleForm { display: grid; grid-template-columns: minmax(0, 6fr) minmax(0, 5fr); align-items: start; gap: 16px; }
.siem-ruleForm--compact { grid-template-columns: minmax(0, 1fr); }
.siem-previewFacts { grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 8px; }
.siem-language { height: 0; position: relative; top: -6px; z-index: 1; }
.siem-typeCards { grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 8px; }
.siem-typeCards .euiCheckableCard__label { padding: 8px 12px; }
.siem-rowFields { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 8px; align-items: start; }
.siem-rowFields > .euiFormRow { margin-top: 0; }
.siem-formEnd { position: sticky; bottom: 8px; z-index: 20; }
@media (max-width: 1000px) {
  .siem-ruleForm { grid-template-columns: minmax(0, 1fr); }
}
`;
