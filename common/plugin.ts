/** Names of ours that the host, the browser and the server must agree on. */
export const PLUGIN_ID = 'awsSiem';
export const APP_ID = 'siem';
export const APP_TITLE = 'AWS SIEM';
export const API_ROOT = '/api/siem';

/** Index patterns people and rules search. */
export const LOGS_PATTERN = 'siem-logs-*';
export const ALERTS_PATTERN = 'siem-alerts-*';
export const RULE_LOG_PATTERN = 'siem-rule-log-*';
export const REJECTS_PATTERN = 'siem-rejects-*';
export const HEALTH_PATTERN = 'siem-health-*';
