/**
 * Parameters that name what a call acts on, the more telling ones first: a call that attaches a policy to a role acts on
 * the role.
 */
const TARGET_PARAMETERS = [
  'secretId',
  'secretIdList',
  'userName',
  'roleName',
  'groupName',
  'instanceProfileName',
  'roleArn',
  'policyArn',
  'policyName',
  'bucketName',
  'keyId',
  'functionName',
  'trailName',
  'groupId',
  'instanceId',
  'dBInstanceIdentifier',
  'dBClusterIdentifier',
  'dBSnapshotIdentifier',
  'dBClusterSnapshotIdentifier',
  'snapshotId',
  'imageId',
  'volumeId',
  'vpcEndpointId',
  'internetGatewayId',
  'networkAclId',
  'routeTableId',
  'subnetId',
  'vpcId',
  'allocationId',
  'detectorId',
  'tableName',
  'clusterName',
  'cluster',
  'repositoryName',
  'stackName',
  'topicArn',
  'queueUrl',
  'logGroupName',
  'domainName',
  'hostedZoneId',
  'resourceArn',
  'resourceId',
  'name',
  'names',
  'path',
] as const;

/** The ids or names of what the call acts on, out of its parameters; else the ARNs of the record's resources. */
export function targetsOf(
  parameters: Record<string, unknown> | undefined,
  resourceArns: readonly string[],
): string[] {
  if (parameters) {
    for (const name of TARGET_PARAMETERS) {
      const value = parameters[name];
      if (typeof value === 'string' && value !== '') return [value];
      if (Array.isArray(value)) {
        const texts = value.filter((item): item is string => typeof item === 'string' && item !== '');
        if (texts.length > 0) return texts;
      }
    }
    const instances = instanceIds(parameters.instancesSet);
    if (instances.length > 0) return instances;
  }
  return [...resourceArns];
}

/** EC2 names instances by `{ items: [{ instanceId }] }`. */
function instanceIds(set: unknown): string[] {
  const items = (set as { items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(items)) return [];
  return items
    .map((item: { instanceId?: unknown } | null) => item?.instanceId)
    .filter((id): id is string => typeof id === 'string' && id !== '');
}
