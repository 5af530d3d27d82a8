import {
  backend,
  certificateValidity,
  client,
  clientAddress,
  duration,
  into,
  list,
  request,
  time,
  tlsProtocol,
  trace,
  type Setter,
} from './setters';

/** The lines of one family of load balancers: what each field is called and where it goes. */
export interface Format {
  family: 'application' | 'network' | 'classic';
  columns: ReadonlyArray<readonly [name: string, set: Setter]>;
  /** Older lines end after this many fields. */
  least: number;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html */
export const APPLICATION: Format = {
  family: 'application',
  least: 17,
  columns: [
    ['type', into('aws.elb.type')],
    ['time', time('@timestamp', 'event.end')],
    ['elb', into('aws.elb.name')],
    ['client:port', client()],
    ['target:port', backend()],
    ['request_processing_time', duration('aws.elb.request_processing_time.sec')],
    ['target_processing_time', duration('aws.elb.backend_processing_time.sec')],
    ['response_processing_time', duration('aws.elb.response_processing_time.sec')],
    ['elb_status_code', into('http.response.status_code')],
    ['target_status_code', into('aws.elb.backend.http.response.status_code')],
    ['received_bytes', into('http.request.bytes')],
    ['sent_bytes', into('http.response.bytes')],
    ['request', request()],
    ['user_agent', into('user_agent.original')],
    ['ssl_cipher', into('aws.elb.ssl_cipher', 'tls.cipher')],
    ['ssl_protocol', tlsProtocol()],
    ['target_group_arn', into('aws.elb.target_group.arn')],
    ['trace_id', trace()],
    ['domain_name', into('destination.domain')],
    ['chosen_cert_arn', into('aws.elb.chosen_cert.arn')],
    ['matched_rule_priority', into('aws.elb.matched_rule_priority')],
    ['request_creation_time', time('event.start')],
    ['actions_executed', list('aws.elb.action_executed', ',')],
    ['redirect_url', into('aws.elb.redirect_url')],
    ['error_reason', into('aws.elb.error.reason')],
    ['target:port_list', list('aws.elb.target_port', ' ')],
    ['target_status_code_list', list('aws.elb.target_status_code', ' ')],
    ['classification', into('aws.elb.classification')],
    ['classification_reason', into('aws.elb.classification_reason')],
    ['conn_trace_id', into('aws.elb.conn_trace_id')],
    ['transformed_host', into('aws.elb.transformed_host')],
    ['transformed_uri', into('aws.elb.transformed_uri')],
    ['request_transform_status', into('aws.elb.request_transform_status')],
  ],
};

/** Connection logs: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-connection-logs.html */
export const APPLICATION_CONNECTION: Format = {
  family: 'application',
  least: 11,
  columns: [
    ['timestamp', time('@timestamp', 'event.end')],
    ['client_ip', clientAddress()],
    ['client_port', into('source.port')],
    ['listener_port', into('destination.port')],
    ['tls_protocol', tlsProtocol()],
    ['tls_cipher', into('aws.elb.ssl_cipher', 'tls.cipher')],
    ['tls_handshake_latency', duration('aws.elb.tls_handshake_time.sec')],
    ['leaf_client_cert_subject', into('tls.client.subject')],
    ['leaf_client_cert_validity', certificateValidity()],
    ['leaf_client_cert_serial_number', into('tls.client.x509.serial_number')],
    ['tls_verify_status', into('aws.elb.tls_verify_status')],
    ['conn_trace_id', into('aws.elb.conn_trace_id')],
  ],
};

/** Health check logs: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-health-check-logs.html */
export const APPLICATION_HEALTH_CHECK: Format = {
  family: 'application',
  least: 8,
  columns: [
    ['type', into('aws.elb.type')],
    ['time', time('@timestamp', 'event.start')],
    ['latency', duration('aws.elb.health_check.latency.sec')],
    ['target_addr', backend()],
    ['target_group_id', into('aws.elb.target_group.name')],
    ['status', into('aws.elb.health_check.status')],
    ['status_code', into('aws.elb.backend.http.response.status_code')],
    ['reason_code', into('aws.elb.health_check.reason')],
    ['elb', into('aws.elb.name')],
    ['ip_address', into('aws.elb.node.ip')],
  ],
};

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html */
export const NETWORK: Format = {
  family: 'network',
  least: 17,
  columns: [
    ['type', into('aws.elb.type', 'network.protocol')],
    ['version', into('aws.elb.version')],
    ['time', time('@timestamp', 'event.end')],
    ['elb', into('aws.elb.name')],
    ['listener', into('aws.elb.listener')],
    ['client:port', client()],
    ['destination:port', backend()],
    ['connection_time', duration('aws.elb.connection_time.ms')],
    ['tls_handshake_time', duration('aws.elb.tls_handshake_time.ms')],
    ['received_bytes', into('source.bytes')],
    ['sent_bytes', into('destination.bytes')],
    ['incoming_tls_alert', into('aws.elb.incoming_tls_alert')],
    ['chosen_cert_arn', into('aws.elb.chosen_cert.arn')],
    ['chosen_cert_serial', into('aws.elb.chosen_cert.serial')],
    ['tls_cipher', into('aws.elb.ssl_cipher', 'tls.cipher')],
    ['tls_protocol_version', tlsProtocol()],
    ['tls_named_group', into('aws.elb.tls_named_group')],
    ['domain_name', into('destination.domain')],
    ['alpn_fe_protocol', into('aws.elb.alpn_fe_protocol')],
    ['alpn_be_protocol', into('aws.elb.alpn_be_protocol')],
    ['alpn_client_preference_list', list('aws.elb.alpn_client_preference_list', ',')],
    ['tls_connection_creation_time', time('event.start')],
  ],
};

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html */
export const CLASSIC: Format = {
  family: 'classic',
  least: 12,
  columns: [
    ['time', time('@timestamp', 'event.end')],
    ['elb', into('aws.elb.name')],
    ['client:port', client()],
    ['backend:port', backend()],
    ['request_processing_time', duration('aws.elb.request_processing_time.sec')],
    ['backend_processing_time', duration('aws.elb.backend_processing_time.sec')],
    ['response_processing_time', duration('aws.elb.response_processing_time.sec')],
    ['elb_status_code', into('http.response.status_code')],
    ['backend_status_code', into('aws.elb.backend.http.response.status_code')],
    ['received_bytes', into('http.request.bytes')],
    ['sent_bytes', into('http.response.bytes')],
    ['request', request()],
    ['user_agent', into('user_agent.original')],
    ['ssl_cipher', into('aws.elb.ssl_cipher', 'tls.cipher')],
    ['ssl_protocol', tlsProtocol()],
  ],
};
