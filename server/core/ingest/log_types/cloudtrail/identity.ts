import { type Json, objectOf, textOf } from '../../json_value';

/** Who did it, for people: the name and other names that the identity goes by. */
export interface Who {
  name?: string;
  /** The session of an assumed role, often the person's or machine's own name. */
  session?: string;
}

/**
 * The name of a `userIdentity`, by its type:
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function whoIs(identity: Json): Who {
  const userName = textOf(identity.userName);
  const session = sessionName(textOf(identity.principalId));
  switch (identity.type) {
    case 'Root':
      return { name: 'root' };
    case 'AssumedRole':
    case 'Role':
    case 'FederatedUser':
      return { name: issuerName(identity) ?? userName ?? roleOf(textOf(identity.arn)) ?? session, session };
    case 'AWSService':
      return { name: textOf(identity.invokedBy) };
    case 'AWSAccount':
      return { name: userName ?? textOf(identity.accountId) };
    case 'IdentityCenterUser':
      return { name: userName ?? textOf(objectOf(identity.onBehalfOf)?.userId) };
    default:
      return { name: userName ?? textOf(identity.principalId) ?? textOf(identity.invokedBy) };
  }
}

function issuerName(identity: Json): string | undefined {
  return textOf(objectOf(objectOf(identity.sessionContext)?.sessionIssuer)?.userName);
}

/** `AROA…:session` → `session`. */
function sessionName(principalId: string | undefined): string | undefined {
  const colon = principalId?.indexOf(':') ?? -1;
  return colon < 0 ? undefined : principalId?.slice(colon + 1);
}

/** `arn:aws:sts::123456789012:assumed-role/name/session` → `name`. */
function roleOf(arn: string | undefined): string | undefined {
  return arn?.includes(':assumed-role/') ? arn.split('/')[1] : undefined;
}
