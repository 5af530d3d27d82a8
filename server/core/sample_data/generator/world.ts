import { createRandom } from '../../../../common/random';

export const REGIONS = ['us-east-1', 'eu-central-1'] as const;
export type Region = (typeof REGIONS)[number];

export interface Account {
  id: string;
  name: string;
}

/** A person or a service account with keys of its own. */
export interface IamUser {
  name: string;
  principalId: string;
  accessKeyId: string;
  /** Where this user works from. */
  address: string;
}

export interface Role {
  name: string;
  principalId: string;
  /** Last part of its sessions' ARNs. */
  session: string;
  address: string;
  userAgent: string;
  /** Reads and writes the bucket of exports. */
  storesData: boolean;
}

export interface Instance {
  id: string;
  interfaceId: string;
  subnetId: string;
  address: string;
  purpose: 'web' | 'app' | 'database';
}

/** One VPC with what runs in it. */
export interface Network {
  account: Account;
  region: Region;
  vpcId: string;
  azId: string;
  flowLogId: string;
  instances: Instance[];
}

export interface LoadBalancer {
  account: Account;
  region: Region;
  name: string;
  /** As in `app/<name>/<id>`. */
  id: string;
  address: string;
  domain: string;
}

/** A company with everything its logs speak of. All log types draw on it, so that an address or a user found in one is found in the others. */
export interface World {
  production: Account;
  staging: Account;
  shared: Account;
  users: IamUser[];
  /** Whom the attacker becomes. */
  victim: IamUser;
  roles: Role[];
  networks: { storefront: Network; payments: Network; staging: Network };
  application: LoadBalancer;
  network: LoadBalancer;
  classic: LoadBalancer;
  trailName: string;
  buckets: { exports: string; assets: string };
  /** Canonical user id of the buckets' owner. */
  bucketOwner: string;
  /** Addresses of customers; of the ranges kept for documentation and benchmarks, so that they are nobody's. */
  clients: string[];
  /** Addresses that knock on every door of the internet all day long. */
  scanners: string[];
  attacker: { address: string; userAgent: string };
}

const PEOPLE = ['a.novak', 'b.okafor', 'c.lindqvist', 'd.tanaka', 'e.moreau', 'j.ortega'];

/** The same world for the same seed. */
export function createWorld(seed: number): World {
  const random = createRandom(seed);
  const production = { id: '111122223333', name: 'acme-production' };
  const staging = { id: '444455556666', name: 'acme-staging' };
  const shared = { id: '777788889999', name: 'acme-shared' };
  const id = (prefix: string) => `${prefix}-0${random.hex(16)}`;
  const principal = (prefix: string) => `${prefix}${random.hex(17).toUpperCase()}`;

  const instances = (block: string, purposes: Array<Instance['purpose']>): Instance[] =>
    purposes.map((purpose, index) => ({
      id: id('i'),
      interfaceId: id('eni'),
      subnetId: id('subnet'),
      address: `${block}.${index + 1}.${random.integer(10, 250)}`,
      purpose,
    }));
  const network = (
    account: Account,
    region: Region,
    block: string,
    purposes: Array<Instance['purpose']>,
  ): Network => ({
    account,
    region,
    vpcId: id('vpc'),
    azId: region === 'us-east-1' ? 'use1-az4' : 'euc1-az2',
    flowLogId: id('fl'),
    instances: instances(block, purposes),
  });
  const balancer = (account: Account, region: Region, name: string, address: string): LoadBalancer => ({
    account,
    region,
    name,
    id: random.hex(16),
    address,
    domain: `${name}.acme.example`,
  });

  const users = PEOPLE.map((name, index) => ({
    name,
    principalId: principal('AIDA'),
    accessKeyId: principal('AKIA').slice(0, 20),
    address: `192.0.2.${10 + index}`,
  }));
  return {
    production,
    staging,
    shared,
    users,
    victim: users[users.length - 1] as IamUser,
    roles: ROLES.map((role) => ({ ...role, principalId: principal('AROA') })),
    networks: {
      storefront: network(production, 'us-east-1', '10.20', ['web', 'web', 'web', 'app', 'app', 'database']),
      payments: network(production, 'eu-central-1', '10.30', ['web', 'app', 'database']),
      staging: network(staging, 'us-east-1', '10.40', ['web', 'app', 'database']),
    },
    application: balancer(production, 'us-east-1', 'storefront', '10.20.0.17'),
    network: balancer(production, 'eu-central-1', 'payments', '10.30.0.23'),
    classic: balancer(staging, 'us-east-1', 'legacy-erp', '10.40.0.31'),
    trailName: 'acme-organization-trail',
    buckets: { exports: 'acme-customer-exports', assets: 'acme-web-assets' },
    bucketOwner: random.hex(64),
    clients: Array.from({ length: 600 }, (_, index) =>
      index < 200
        ? `198.51.100.${index + 1}`
        : `198.${random.integer(18, 19)}.${random.integer(0, 255)}.${random.integer(1, 254)}`,
    ),
    scanners: Array.from({ length: 40 }, () => `203.0.113.${random.integer(100, 250)}`),
    attacker: {
      address: '203.0.113.66',
      userAgent:
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/118.0.0.0 Safari/537.36',
    },
  };
}

const SDK = 'aws-sdk-go-v2/1.30.3 os/linux lang/go#1.22.5 md/GOOS#linux md/GOARCH#amd64 api/';
const ROLES: Array<Omit<Role, 'principalId'>> = [
  {
    name: 'monitoring-readonly',
    storesData: false,
    session: 'collector',
    address: '10.20.4.101',
    userAgent: `${SDK}ec2#1.170.0`,
  },
  {
    name: 'deployer',
    storesData: false,
    session: 'pipeline-4711',
    address: '192.0.2.80',
    userAgent: 'aws-cli/2.17.20 md/awscrt#0.20.11 ua/2.0 os/linux#5.15 md/arch#x86_64 lang/python#3.11.9',
  },
  {
    name: 'orders-service',
    storesData: true,
    session: 'i-0orders',
    address: '10.20.4.55',
    userAgent: `${SDK}secretsmanager#1.32.4`,
  },
  {
    name: 'backup',
    storesData: true,
    session: 'nightly',
    address: '10.20.5.12',
    userAgent: 'Boto3/1.34.150 md/Botocore#1.34.150 ua/2.0 os/linux#5.10 md/arch#x86_64 lang/python#3.12.4',
  },
];
