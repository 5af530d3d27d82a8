import type { Random } from '../../../../common/random';

export const BROWSERS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
];

const PAGES = [
  ['GET /', 20],
  ['GET /products', 18],
  ['GET /products/{n}', 30],
  ['GET /search?q=garden+chair&page={n}', 10],
  ['GET /cart', 6],
  ['POST /cart/items', 5],
  ['POST /login', 3],
  ['POST /checkout', 2],
  ['GET /assets/app.{n}.js', 12],
  ['GET /api/v1/prices?sku={n}', 14],
] as const;

const STATUSES = [
  [200, 880],
  [304, 60],
  [302, 25],
  [404, 25],
  [400, 5],
  [500, 3],
  [502, 2],
] as const;

/** What one visitor of a shop asks for, and what comes of it. */
export function pageOf(random: Random): { method: string; path: string; status: number } {
  const [method = '', path = ''] = random.weighted(PAGES).split(' ');
  return {
    method,
    path: path.replace('{n}', String(random.integer(1, 4_000))),
    status: random.weighted(STATUSES),
  };
}
