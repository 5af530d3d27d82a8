/** What the rule form needs beyond EUI: the preview beside the form, rows of inputs. */
export const RULE_FORM_CSS = `
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
