import { i18n } from '@osd/i18n';
import type { SignalId } from '../../common/signal';

const TITLES: Readonly<Record<string, string>> = {
  type: i18n.translate('awsSiem.field.type', { defaultMessage: 'Log type' }),
  signal: i18n.translate('awsSiem.field.signal', { defaultMessage: 'Signal' }),
  'source.ip': i18n.translate('awsSiem.field.sourceIp', { defaultMessage: 'Source address' }),
  'destination.ip': i18n.translate('awsSiem.field.destinationIp', { defaultMessage: 'Destination address' }),
  'destination.port': i18n.translate('awsSiem.field.destinationPort', { defaultMessage: 'Destination port' }),
  'user.name': i18n.translate('awsSiem.field.user', { defaultMessage: 'User or role' }),
  'cloud.account.id': i18n.translate('awsSiem.field.account', { defaultMessage: 'Account' }),
  'cloud.region': i18n.translate('awsSiem.field.region', { defaultMessage: 'Region' }),
  'event.action': i18n.translate('awsSiem.field.action', { defaultMessage: 'Action' }),
  'event.outcome': i18n.translate('awsSiem.field.outcome', { defaultMessage: 'Outcome' }),
  'event.provider': i18n.translate('awsSiem.field.provider', { defaultMessage: 'Service' }),
  'error.code': i18n.translate('awsSiem.field.error', { defaultMessage: 'Error' }),
  'url.path': i18n.translate('awsSiem.field.path', { defaultMessage: 'Path' }),
  'http.request.method': i18n.translate('awsSiem.field.method', { defaultMessage: 'Method' }),
  'http.response.status_code': i18n.translate('awsSiem.field.status', { defaultMessage: 'Status' }),
  'user_agent.original': i18n.translate('awsSiem.field.userAgent', { defaultMessage: 'User agent' }),
  'source.geo.country_iso_code': i18n.translate('awsSiem.field.country', { defaultMessage: 'Country' }),
  'tls.version': i18n.translate('awsSiem.field.tls', { defaultMessage: 'TLS version' }),
  'aws.s3access.bucket': i18n.translate('awsSiem.field.bucket', { defaultMessage: 'Bucket' }),
  'aws.s3access.key': i18n.translate('awsSiem.field.key', { defaultMessage: 'Object' }),
  'aws.s3access.error_code': i18n.translate('awsSiem.field.s3Error', { defaultMessage: 'S3 error' }),
  'aws.elb.name': i18n.translate('awsSiem.field.loadBalancer', { defaultMessage: 'Load balancer' }),
  'aws.elb.backend.ip': i18n.translate('awsSiem.field.backend', { defaultMessage: 'Target' }),
  'aws.elb.error.reason': i18n.translate('awsSiem.field.elbError', { defaultMessage: 'Error reason' }),
  'aws.vpcflow.vpc_id': i18n.translate('awsSiem.field.vpc', { defaultMessage: 'VPC' }),
  'aws.cloudtrail.target_id': i18n.translate('awsSiem.field.target', { defaultMessage: 'Target' }),
  'aws.cloudtrail.user_identity.access_key_id': i18n.translate('awsSiem.field.accessKey', {
    defaultMessage: 'Access key',
  }),
  'aws.cloudtrail.user_identity.session_context.mfa_authenticated': i18n.translate('awsSiem.field.mfa', {
    defaultMessage: 'Second factor',
  }),
  'siem.derived.requester_account': i18n.translate('awsSiem.field.requesterAccount', {
    defaultMessage: 'Account of the requester',
  }),
  'siem.derived.shared_account': i18n.translate('awsSiem.field.sharedAccount', {
    defaultMessage: 'Let in account',
  }),
};

/** What people call a field; its own name where they have no other. */
export function fieldTitle(field: string): string {
  return TITLES[field] ?? field;
}

const SIGNAL_TITLES: Record<SignalId, string> = {
  failed_sign_ins: i18n.translate('awsSiem.signal.failedSignIns', { defaultMessage: 'Failed sign-ins' }),
  root_use: i18n.translate('awsSiem.signal.rootUse', { defaultMessage: 'Calls by root' }),
  denied_calls: i18n.translate('awsSiem.signal.deniedCalls', { defaultMessage: 'Denied calls' }),
  iam_changes: i18n.translate('awsSiem.signal.iamChanges', { defaultMessage: 'IAM changes' }),
  exposures: i18n.translate('awsSiem.signal.exposures', { defaultMessage: 'Opened to the public' }),
  rejected: i18n.translate('awsSiem.signal.rejected', { defaultMessage: 'Rejected connections' }),
  client_errors: i18n.translate('awsSiem.signal.clientErrors', { defaultMessage: 'ELB answers 4xx' }),
  server_errors: i18n.translate('awsSiem.signal.serverErrors', { defaultMessage: 'ELB answers 5xx' }),
  public_reads: i18n.translate('awsSiem.signal.publicReads', { defaultMessage: 'Public bucket reads' }),
};

export function signalTitle(id: SignalId): string {
  return SIGNAL_TITLES[id];
}
