const COUNTRIES = [
  'US',
  'US',
  'US',
  'DE',
  'DE',
  'GB',
  'GB',
  'FR',
  'NL',
  'JP',
  'IN',
  'BR',
  'CA',
  'AU',
  'ES',
  'PL',
] as const;
const FAR = ['CN', 'RU', 'KP', 'IR', 'VN', 'BR'] as const;

/** The country that a made-up address is in: always the same for the same address. */
export function countryOf(address: string): string {
  const number = address.split('.').reduce((sum, part) => sum * 31 + Number(part), 7);
  // Scanners and the attacker come from elsewhere than customers.
  return address.startsWith('203.0.113.') ? FAR[number % FAR.length]! : COUNTRIES[number % COUNTRIES.length]!;
}
