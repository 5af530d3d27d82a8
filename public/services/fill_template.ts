import type { SetupNames } from '../../common/kinds';

/** Domain of AWS's service endpoints by partition: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
const DNS_SUFFIX = { aws: 'amazonaws.com', 'aws-cn': 'amazonaws.com.cn', 'aws-us-gov': 'amazonaws.com' };

/**
 * Fills `{{name}}` in a piece of AWS set-up. A name that was not typed yet stays visible as `<name>`; an empty prefix is
 * no gap but the whole bucket.
 */
export function fillTemplate(template: string, names: Partial<SetupNames>): string {
  const values: Record<string, string | undefined> = {
    ...names,
    prefix: names.prefix ?? '',
    dnsSuffix: DNS_SUFFIX[names.partition ?? 'aws'],
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => {
    const value = values[name];
    return value === undefined || (value === '' && name !== 'prefix') ? `<${name}>` : value;
  });
}
