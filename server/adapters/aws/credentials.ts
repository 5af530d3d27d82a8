import { fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { SourceInput } from '../../../common/source';

type AwsCredentials =
  ReturnType<typeof fromNodeProviderChain> | { accessKeyId: string; secretAccessKey: string };

const SESSION_NAME = 'opensearch-dashboards-siem';

/**
 * The credentials of a source for the SDK. `host` is the SDK's own chain (environment, shared files, container and instance role), whose
 * look-ups go to addresses that the outbound guard refuses to everyone else and therefore do not pass it; STS does.
 */
export function credentialsOf(
  { credentials, region }: Pick<SourceInput, 'credentials' | 'region'>,
  requestHandler: NodeHttpHandler,
): AwsCredentials {
  switch (credentials.kind) {
    case 'host':
      return fromNodeProviderChain();
    case 'access_keys':
      return {
        accessKeyId: credentials.accessKeyId,
        secretAccessKey: credentials.secretAccessKey ?? '',
      };
    case 'role':
      return fromTemporaryCredentials({
        masterCredentials: fromNodeProviderChain(),
        params: {
          RoleArn: credentials.roleArn,
          RoleSessionName: SESSION_NAME,
          ExternalId: credentials.externalId,
        },
        clientConfig: { region, requestHandler },
      });
  }
}
