import type { EventField, EventFieldType } from '../../event_field';

type Column = readonly [record: string, path: string, type?: EventFieldType];

/**
 * Where single values of a record go (`keyword` unless told). What is not listed here or handled by the parser is kept
 * as `path=value` under `aws.cloudtrail.other`.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export const COLUMNS: readonly Column[] = [
  ['eventName', 'event.action'],
  ['eventID', 'event.id'],
  ['eventTime', '@timestamp', 'date'],
  ['eventSource', 'event.provider'],
  ['awsRegion', 'cloud.region'],
  ['sourceIPAddress', 'source.address'],
  ['userAgent', 'user_agent.original', 'keyword_lower'],
  ['errorCode', 'aws.cloudtrail.error_code'],
  ['errorMessage', 'aws.cloudtrail.error_message'],
  ['eventVersion', 'aws.cloudtrail.event_version'],
  ['eventType', 'aws.cloudtrail.event_type'],
  ['eventCategory', 'aws.cloudtrail.event_category'],
  ['apiVersion', 'aws.cloudtrail.api_version'],
  ['managementEvent', 'aws.cloudtrail.management_event', 'boolean'],
  ['readOnly', 'aws.cloudtrail.read_only', 'boolean'],
  ['recipientAccountId', 'aws.cloudtrail.recipient_account_id'],
  ['requestID', 'aws.cloudtrail.request_id'],
  ['sharedEventID', 'aws.cloudtrail.shared_event_id'],
  ['sessionCredentialFromConsole', 'aws.cloudtrail.session_credential_from_console', 'boolean'],
  ['vpcEndpointId', 'aws.cloudtrail.vpc_endpoint_id'],
  ['vpcEndpointAccountId', 'aws.cloudtrail.vpc_endpoint_account_id'],
  ['addendum.reason', 'aws.cloudtrail.addendum.reason'],
  ['addendum.updatedFields', 'aws.cloudtrail.addendum.updated_fields'],
  ['addendum.originalRequestID', 'aws.cloudtrail.addendum.original_request_id'],
  ['addendum.originalEventID', 'aws.cloudtrail.addendum.original_event_id'],
  ['tlsDetails.tlsVersion', 'aws.cloudtrail.tls_version'],
  ['tlsDetails.cipherSuite', 'tls.cipher'],
  ['tlsDetails.clientProvidedHostHeader', 'tls.client.server_name'],
  ['tlsDetails.keyExchange', 'tls.curve'],
  ['userIdentity.type', 'aws.cloudtrail.user_identity.type'],
  ['userIdentity.principalId', 'user.id'],
  ['userIdentity.arn', 'aws.cloudtrail.user_identity.arn'],
  ['userIdentity.accountId', 'aws.cloudtrail.user_identity.account_id'],
  ['userIdentity.accessKeyId', 'aws.cloudtrail.user_identity.access_key_id'],
  ['userIdentity.userName', 'aws.cloudtrail.user_identity.user_name'],
  ['userIdentity.invokedBy', 'aws.cloudtrail.user_identity.invoked_by'],
  ['userIdentity.identityProvider', 'aws.cloudtrail.user_identity.identity_provider'],
  ['userIdentity.credentialId', 'aws.cloudtrail.user_identity.credential_id'],
  ['userIdentity.onBehalfOf.userId', 'aws.cloudtrail.user_identity.on_behalf_of.user_id'],
  [
    'userIdentity.onBehalfOf.identityStoreArn',
    'aws.cloudtrail.user_identity.on_behalf_of.identity_store_arn',
  ],
  ['userIdentity.inScopeOf.sourceArn', 'aws.cloudtrail.user_identity.in_scope_of.source_arn'],
  ['userIdentity.inScopeOf.sourceAccount', 'aws.cloudtrail.user_identity.in_scope_of.source_account'],
  ['userIdentity.inScopeOf.issuerType', 'aws.cloudtrail.user_identity.in_scope_of.issuer_type'],
  [
    'userIdentity.inScopeOf.credentialsIssuedTo',
    'aws.cloudtrail.user_identity.in_scope_of.credentials_issued_to',
  ],
  [
    'userIdentity.sessionContext.attributes.mfaAuthenticated',
    'aws.cloudtrail.user_identity.session_context.mfa_authenticated',
    'boolean',
  ],
  [
    'userIdentity.sessionContext.attributes.creationDate',
    'aws.cloudtrail.user_identity.session_context.creation_date',
    'date',
  ],
  [
    'userIdentity.sessionContext.sessionIssuer.type',
    'aws.cloudtrail.user_identity.session_context.session_issuer.type',
  ],
  [
    'userIdentity.sessionContext.sessionIssuer.principalId',
    'aws.cloudtrail.user_identity.session_context.session_issuer.principal_id',
  ],
  [
    'userIdentity.sessionContext.sessionIssuer.arn',
    'aws.cloudtrail.user_identity.session_context.session_issuer.arn',
  ],
  [
    'userIdentity.sessionContext.sessionIssuer.accountId',
    'aws.cloudtrail.user_identity.session_context.session_issuer.account_id',
  ],
  [
    'userIdentity.sessionContext.sessionIssuer.userName',
    'aws.cloudtrail.user_identity.session_context.session_issuer.user_name',
  ],
  [
    'userIdentity.sessionContext.webIdFederationData.federatedProvider',
    'aws.cloudtrail.user_identity.session_context.federated_provider',
  ],
  [
    'userIdentity.sessionContext.sourceIdentity',
    'aws.cloudtrail.user_identity.session_context.source_identity',
  ],
  [
    'userIdentity.sessionContext.ec2RoleDelivery',
    'aws.cloudtrail.user_identity.session_context.ec2_role_delivery',
  ],
  ['additionalEventData.MobileVersion', 'aws.cloudtrail.console_login.additional_eventdata.mobile_version'],
  ['additionalEventData.LoginTo', 'aws.cloudtrail.console_login.additional_eventdata.login_to'],
];

const COMMON_PATHS = new Set(['event.action', 'event.id', '@timestamp', 'cloud.region']);

/** Fields of CloudTrail events besides the common ones. */
export const CLOUDTRAIL_FIELDS: readonly EventField[] = [
  ...COLUMNS.filter(([, path]) => !COMMON_PATHS.has(path)).map(([, path, type = 'keyword']): EventField => ({
    path,
    type,
  })),
  { path: 'source.ip', type: 'ip' },
  { path: 'user.name', type: 'keyword' },
  { path: 'error.code', type: 'keyword' },
  { path: 'error.message', type: 'keyword' },
  { path: 'tls.version', type: 'keyword' },
  { path: 'tls.version_protocol', type: 'keyword' },
  { path: 'aws.cloudtrail.console_login.additional_eventdata.mfa_used', type: 'boolean' },
  { path: 'aws.cloudtrail.resources.arn', type: 'keyword', many: true },
  { path: 'aws.cloudtrail.resources.account_id', type: 'keyword', many: true },
  { path: 'aws.cloudtrail.resources.type', type: 'keyword', many: true },
  { path: 'aws.cloudtrail.target_id', type: 'keyword', many: true },
  { path: 'siem.derived.self_action', type: 'boolean' },
  { path: 'siem.derived.cross_account', type: 'boolean' },
  { path: 'siem.derived.sg_public_ports', type: 'integer', many: true },
  { path: 'siem.derived.public_exposure', type: 'boolean' },
  { path: 'siem.derived.shared_account', type: 'keyword', many: true },
  { path: 'aws.cloudtrail.request_parameters', type: 'object' },
  { path: 'aws.cloudtrail.request_kv', type: 'keyword_lower', many: true },
  { path: 'aws.cloudtrail.response_elements', type: 'object' },
  { path: 'aws.cloudtrail.response_kv', type: 'keyword_lower', many: true },
  /** `path=value` of `additionalEventData`, service events, insights and whatever AWS added after this was written. */
  { path: 'aws.cloudtrail.other', type: 'keyword_lower', many: true },
];
