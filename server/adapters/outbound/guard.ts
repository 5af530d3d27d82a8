import { lookup as dnsLookup, type LookupAddress } from 'dns';
import { readFileSync } from 'fs';
import http from 'http';
import https from 'https';
import { Socket, type LookupFunction } from 'net';
import { rootCertificates } from 'tls';
import { SiemError } from '../../core/errors';
import { internalKind, parseAddress } from './address';
import { parseAllowList } from './allow_list';

const NAMES_SHOWN = 5;

export interface GuardConfig {
  /** `awsSiem.outbound.allow`. */
  allow: readonly string[];
  /** Path of a PEM file with further certificate authorities. */
  ca?: string;
}

/** The one place that decides where connections of ours may go. */
export interface Guard {
  /** For clients that take an agent: each connection they open is checked by the address it really goes to. */
  httpAgent: http.Agent;
  httpsAgent: https.Agent;
  /** `dns.lookup` that gives only addresses that may be reached. */
  lookup: LookupFunction;
  /** The addresses of a host that may be reached. Fails with `address_refused` where there is none, `delivery_failed` where DNS fails. */
  resolve(host: string): Promise<LookupAddress[]>;
  /** Certificates to trust beside the usual ones; undefined without `ca`. */
  ca?: string[];
}

/**
 * Refuses loopback, link-local, private, shared, multicast, reserved and metadata addresses unless `allow` has them. Names are judged by
 * the address that the connection then uses, so a name that resolves differently the second time gains nothing.
 *
 * @throws Error for an entry of `allow` that means nothing, or a `ca` that cannot be read
 */
export function createGuard(config: GuardConfig): Guard {
  const allowed = parseAllowList(config.allow);
  const ca = config.ca === undefined ? undefined : [...rootCertificates, readFileSync(config.ca, 'utf8')];

  function refusalOf(host: string, address: string): SiemError | undefined {
    if (allowed.host(host) || allowed.address(address)) return undefined;
    const parsed = parseAddress(address);
    const kind = parsed ? internalKind(parsed) : 'no address';
    return kind === undefined ? undefined : refusal(host, address, kind, config.allow);
  }

  /** Of a name with several addresses, those that may be reached. */
  function filter(host: string, addresses: LookupAddress[]): LookupAddress[] {
    const reachable = addresses.filter(({ address }) => !refusalOf(host, address));
    const first = addresses[0];
    const problem = reachable.length === 0 && first ? refusalOf(host, first.address) : undefined;
    if (problem) throw problem;
    return reachable;
  }

  const lookup: LookupFunction = (host, options, callback) => {
    const { all, ...rest } = options as { all?: boolean };
    dnsLookup(host, { ...rest, all: true }, (error, addresses) => {
      let reachable: LookupAddress[] = [];
      try {
        if (!error) reachable = filter(host, addresses);
      } catch (refused) {
        return callback(refused as NodeJS.ErrnoException, '', 0);
      }
      const [first] = reachable;
      if (error || !first) return callback(error ?? new Error(`${host} has no address`), '', 0);
      if (all) callback(null, reachable);
      else callback(null, first.address, first.family);
    });
  };

  /** Sockets to a literal address never ask `lookup`. */
  function literalRefusal(host: string): SiemError | undefined {
    const literal = host.replace(/^\[|\]$/g, '');
    return parseAddress(literal) ? refusalOf(literal, literal) : undefined;
  }

  const agentOptions = { keepAlive: true, lookup, ...(ca && { ca }) };
  return {
    httpAgent: guarded(new http.Agent(agentOptions), literalRefusal),
    httpsAgent: guarded(new https.Agent(agentOptions), literalRefusal),
    lookup,
    ca,
    resolve(host) {
      const refused = literalRefusal(host);
      if (refused) return Promise.reject(refused);
      return new Promise((resolve, reject) => {
        lookup(host, { all: true }, (error, addresses) => {
          if (!error) resolve(addresses as unknown as LookupAddress[]);
          else if (error instanceof SiemError) reject(error);
          else
            reject(
              new SiemError('delivery_failed', `${host} cannot be resolved: ${error.message}.`, {
                cause: error,
              }),
            );
        });
      });
    },
  };
}

type Connector = { createConnection(options: { host?: string }, callback?: unknown): Socket };

/** An agent whose connections to a refused literal address fail like any that cannot be made: by the socket's `error`. */
function guarded<A extends http.Agent>(agent: A, refusalOf: (host: string) => SiemError | undefined): A {
  const connector = agent as unknown as Connector;
  const connect = connector.createConnection.bind(agent);
  connector.createConnection = (options, callback) => {
    const refused = refusalOf(options.host ?? '');
    if (!refused) return connect(options, callback);
    const socket = new Socket();
    process.nextTick(() => socket.destroy(refused));
    return socket;
  };
  return agent;
}

function refusal(host: string, address: string, kind: string, allow: readonly string[]): SiemError {
  const where = host === address ? address : `${host} (${address})`;
  const before = allow.length > NAMES_SHOWN ? ['…'] : allow;
  const line = `awsSiem.outbound.allow: [${[...before, address].map((entry) => (entry === '…' ? entry : JSON.stringify(entry))).join(', ')}]`;
  return new SiemError(
    'address_refused',
    `${where} is ${kind}, so nothing is sent there. To allow it, put this line into opensearch_dashboards.yml and restart: ${line}`,
  );
}
