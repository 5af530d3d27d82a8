/** Whether `text` is an IPv4 or IPv6 address as OpenSearch's `ip` fields take it (no zone, no prefix length). */
export function isIp(text: string): boolean {
  return isIpv4(text, 0) || isIpv6(text);
}

/** Whether `text` from `start` on is a dotted IPv4 address without leading zeros. */
function isIpv4(text: string, start: number): boolean {
  const length = text.length - start;
  if (length < 7 || length > 15) return false;
  let dots = 0;
  let digits = 0;
  let octet = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 46) {
      if (digits === 0 || ++dots > 3) return false;
      digits = octet = 0;
    } else {
      if (code < 48 || code > 57 || (digits > 0 && octet === 0)) return false;
      octet = octet * 10 + code - 48;
      if (++digits > 3 || octet > 255) return false;
    }
  }
  return dots === 3 && digits > 0;
}

/** RFC 4291, section 2.2: groups of hexadecimal digits, one `::` at most, perhaps an IPv4 address at the end. */
function isIpv6(text: string): boolean {
  if (text.length < 2 || text.length > 45 || !text.includes(':')) return false;
  let groups = 0;
  let digits = 0;
  let gap = false;
  let groupStart = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 58) {
      if (text.charCodeAt(at + 1) === 58) {
        if (gap) return false;
        gap = true;
        if (digits > 0) groups++;
        at++;
      } else {
        if (digits === 0 || at === text.length - 1) return false;
        groups++;
      }
      digits = 0;
      groupStart = at + 1;
    } else if (code === 46) {
      return isIpv4(text, groupStart) && (gap ? groups <= 5 : groups === 6);
    } else if (!isHexDigit(code) || ++digits > 4) {
      return false;
    }
  }
  if (digits > 0) groups++;
  return gap ? groups <= 7 : groups === 8;
}

function isHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}

/** The number of an IPv4 address in dotted form, which those in a row's slots have. */
export function ipv4Number(address: string): number {
  let number = 0;
  let octet = 0;
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at);
    if (code === 46) {
      number = number * 256 + octet;
      octet = 0;
    } else octet = octet * 10 + code - 48;
  }
  return number * 256 + octet;
}
