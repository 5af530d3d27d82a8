import { IPv4, IPv6, isValid, parse, parseCIDR } from 'ipaddr.js';
import type { ListKind } from '../../../common/list';
import { isIp } from '../ingest/ip';

export type Checked = { value: string } | { problem: string };

/** A value as lists keep it, so that equal ones are one text; or why it is none of the kind. */
export function checkValue(kind: ListKind, text: string): Checked {
  switch (kind) {
    case 'ip':
      return text.includes('/') ? checkBlock(text) : checkAddress(text);
    case 'domain':
      return checkDomain(text);
    case 'hash':
      return checkHash(text);
    case 'text':
      // Entries are kept as lines with tabs between their parts.
      return /[\t\r\n]/.test(text) ? { problem: 'has a tab or a line break in it' } : { value: text };
  }
}

function checkAddress(text: string): Checked {
  const address = text.replace(/^\[|\]$/g, '');
  if (isIp(address) && !address.includes(':')) return { value: address };
  if (!isIp(address) || !isValid(address)) return { problem: 'is neither an address nor a CIDR block' };
  return { value: parse(address).toString() };
}

/** Bits behind the prefix are cleared, as `10.0.0.7/8` can only mean `10.0.0.0/8`. */
function checkBlock(text: string): Checked {
  const [address = '', bits = ''] = text.split('/');
  const most = address.includes(':') ? 128 : 32;
  if (!isIp(address) || !/^\d{1,3}$/.test(bits) || Number(bits) > most) {
    return { problem: 'is neither an address nor a CIDR block' };
  }
  const base = most === 32 ? IPv4.networkAddressFromCIDR(text) : IPv6.networkAddressFromCIDR(text);
  const length = parseCIDR(text)[1];
  return { value: length === most ? base.toString() : `${base.toString()}/${length}` };
}

const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** A domain stands for those below it too, so a leading `*.` says nothing more. */
function checkDomain(text: string): Checked {
  const domain = text.toLowerCase().replace(/^\*\./, '').replace(/\.$/, '');
  const labels = domain.split('.');
  if (labels.length < 2 || domain.length > 253 || !labels.every((label) => LABEL.test(label))) {
    return { problem: 'is no domain name such as evil.example' };
  }
  if (isIp(domain)) return { problem: 'is an address, not a domain name' };
  return { value: domain };
}

const HASH_LENGTHS = new Set([32, 40, 64]);

function checkHash(text: string): Checked {
  const hash = text.toLowerCase();
  return HASH_LENGTHS.has(hash.length) && /^[0-9a-f]+$/.test(hash)
    ? { value: hash }
    : { problem: 'is no MD5, SHA-1 or SHA-256 in hexadecimal digits' };
}
