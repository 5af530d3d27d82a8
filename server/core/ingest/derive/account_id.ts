/** Whether the value is the id of an AWS account. */
export function isAccountId(value: unknown): value is string {
  return typeof value === 'string' && /^\d{12}$/.test(value);
}

/** The account of an account id or an ARN: `arn:partition:service:region:account:resource`. */
export function accountOf(text: string): string | undefined {
  const account = text.startsWith('arn:') ? text.split(':', 5)[4] : text;
  return isAccountId(account) ? account : undefined;
}
