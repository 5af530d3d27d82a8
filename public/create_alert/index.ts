export { createAlertFromDiscover } from './from_discover';
export { createAlertFromPanel } from './from_panel';
export { openRuleFlyout } from './open_rule_flyout';
