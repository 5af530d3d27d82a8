import type { Random } from '../../../../common/random';
import { countryOf } from './countries';
import { cloudFrontKey } from './keys';
import { lines, type LogStream } from './log_object';
import { BROWSERS, pageOf } from './web';
import type { World } from './world';

const FIELDS =
  'date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) ' +
  'x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher ' +
  'x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port time-to-first-byte x-edge-detailed-result-type ' +
  'sc-content-type sc-content-len sc-range-start sc-range-end c-country';
const HEADER = `#Version: 1.0\n#Fields: ${FIELDS}`;
const EDGES = ['FRA56-P4', 'IAD89-C2', 'LHR61-P3', 'NRT57-C1', 'GRU3-C2', 'SFO53-P1', 'BOM78-P8'];
const DISTRIBUTION = 'E2QWRUHEXAMPLE';
const DOMAIN = 'd111111abcdef8.cloudfront.net';

/** Standard log of the shop's distribution: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html */
export function cloudFrontStream({ clients, application }: World, perDay: number): LogStream {
  return {
    id: `cloudfront/${DISTRIBUTION}`,
    type: 'cloudfront',
    perDay,
    generate: (count, from, to, random) =>
      Array.from({ length: count }, () => {
        const at = from + Math.floor(random.next() * (to - from));
        return { at, text: line(at, random) };
      }),
    key: (end, unique) => cloudFrontKey(application.account, DISTRIBUTION, end, unique),
    wrap: (records) => lines(records, HEADER),
    gzip: true,
  };

  function line(at: number, random: Random): string {
    const { method, path, status } = pageOf(random);
    const [stem = '/', query = '-'] = path.split('?');
    const client = random.pick(clients);
    const result = status >= 400 ? 'Error' : method === 'POST' || random.chance(0.25) ? 'Miss' : 'Hit';
    const seconds = (random.next() ** 3 * (result === 'Hit' ? 0.05 : 0.9) + 0.001).toFixed(3);
    const length = status === 304 ? 0 : random.integer(400, 90_000);
    return [
      new Date(at).toISOString().slice(0, 10),
      new Date(at).toISOString().slice(11, 19),
      random.pick(EDGES),
      length + 350,
      client,
      method,
      DOMAIN,
      stem,
      status,
      '-',
      encodeURI(random.pick(BROWSERS)),
      query,
      '-',
      result,
      `${random.hex(50).toUpperCase()}==`,
      application.domain,
      'https',
      random.integer(80, 900),
      seconds,
      '-',
      'TLSv1.3',
      'TLS_AES_128_GCM_SHA256',
      result,
      'HTTP/2.0',
      '-',
      '-',
      random.integer(1_024, 65_535),
      seconds,
      result,
      'text/html',
      length,
      '-',
      '-',
      countryOf(client),
    ].join('\t');
  }
}
