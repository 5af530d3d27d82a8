/** ECS categories and types of an event: https://www.elastic.co/docs/reference/ecs/ecs-allowed-values-event-category */
export interface Classification {
  category: string[];
  type: string[];
}

const VERBS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(Get|List|Describe|Head|Lookup|Search|Query|Scan|Select|Download|View|BatchGet)/, 'access'],
  [/^(Create|Allocate|Import|Copy|Restore|Register|Issue|Generate|Upload)/, 'creation'],
  [/^(Delete|Terminate|Remove|Deregister|Release|Purge|Schedule\w*Deletion)/, 'deletion'],
  [/^(Run|Start|Launch|Invoke|Resume)/, 'start'],
  [/^(Stop|Pause|Cancel)/, 'end'],
];

const AUTHENTICATION =
  /^(ConsoleLogin|CheckMfa|CredentialChallenge|CredentialVerification|UserAuthentication|SwitchRole|ExitRole|RenewRole|AssumeRole\w*|GetSessionToken|GetFederationToken|GetSigninToken|PasswordRecovery\w*|Federate|Authenticate|AssumeRoot)$/;
const NETWORK =
  /SecurityGroup|NetworkAcl|Vpc|Subnet|RouteTable|^\w+Route$|InternetGateway|NatGateway|TransitGateway|NetworkInterface|FlowLogs/;
const DENIED = /AccessDenied|Unauthorized|Forbidden|NotAuthorized/i;

const cache = new Map<string, Classification>();
/** There are about fifteen thousand actions; a trail knows a few hundred. */
const CACHE_SIZE = 20_000;

/** What kind of event an API call is, by service, action and error. The answer is shared: do not change it. */
export function classify(provider: string, action: string, errorCode: string): Classification {
  const denied = DENIED.test(errorCode);
  const key = `${provider} ${action} ${denied ? 1 : 0}`;
  let found = cache.get(key);
  if (!found) {
    found = work(provider, action, denied);
    if (cache.size < CACHE_SIZE) cache.set(key, found);
  }
  return found;
}

function work(provider: string, action: string, denied: boolean): Classification {
  const category = categoryOf(provider, action);
  const type: string[] = [];
  if (category === 'authentication') type.push(/^ExitRole$/.test(action) ? 'end' : 'start');
  else type.push(VERBS.find(([pattern]) => pattern.test(action))?.[1] ?? 'change');
  if (category === 'iam') type.push(...iamSubjects(action));
  if (denied) type.push('denied');
  return { category: category === 'network' ? ['network', 'configuration'] : [category], type };
}

function categoryOf(provider: string, action: string): string {
  const service = provider.slice(0, provider.indexOf('.'));
  if (AUTHENTICATION.test(action) && /^(signin|sts|sso|iam)/.test(service)) return 'authentication';
  if (service === 'iam' || service.startsWith('sso') || service === 'identitystore') return 'iam';
  if (service === 's3' && /Object|Upload/.test(action)) return 'file';
  if (service === 'ec2' && NETWORK.test(action)) return 'network';
  if (service === 'config' || service === 'cloudtrail') return 'configuration';
  return 'api';
}

function iamSubjects(action: string): string[] {
  if (/Group/.test(action)) return ['group'];
  return /User|LoginProfile|AccessKey|MFADevice/.test(action) ? ['user'] : [];
}
