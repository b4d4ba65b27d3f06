import {
  type FakeAnswer,
  type FakeRequest,
  type FakeServer,
  startFakeServer,
} from '../../http/testing/fake-server.ts';

export interface FakeWooOrder {
  readonly id: number;
  date_modified_gmt: string;
  readonly refunds: { readonly id: number; readonly total: string }[];
  readonly [field: string]: unknown;
}

export interface FakeWoo extends FakeServer {
  readonly orders: FakeWooOrder[];
  readonly refundsOf: Map<string, object[]>;
}

export interface FakeWooContents {
  readonly orders?: FakeWooOrder[];
  readonly refundsOf?: Map<string, object[]>;
  readonly products?: { readonly id: number; readonly [field: string]: unknown }[];
  readonly variationsOf?: ReadonlyMap<string, readonly object[]>;
  readonly coupons?: readonly object[];
}

/** WooCommerce's REST API as its pages describe it: a key and secret, `X-WP-TotalPages`, at most 100 a page. Written from the document, not recorded. */
export async function startFakeWoo(
  contents: FakeWooContents,
  { nowMs, secret = 'cs_secret' }: { readonly nowMs: () => number; readonly secret?: string },
): Promise<FakeWoo> {
  const {
    orders = [],
    refundsOf = new Map(),
    products = [],
    variationsOf = new Map(),
    coupons = [],
  } = contents;
  const authorization = `Basic ${Buffer.from(`ck_key:${secret}`).toString('base64')}`;

  const answer = ({ path, query, headers }: FakeRequest): FakeAnswer => {
    if (headers.authorization !== authorization) {
      return {
        status: 401,
        body: { code: 'woocommerce_rest_cannot_view', message: 'Sorry, you cannot list resources.' },
      };
    }
    const below = path.replace('/wp-json/wc/v3', '');
    if (below === '/orders') {
      const after = query.get('modified_after') ?? '';
      const changed = orders
        .filter((order) => order.date_modified_gmt > after)
        .sort((left, right) => (left.date_modified_gmt < right.date_modified_gmt ? -1 : 1));
      return listed(changed, query);
    }
    if (below === '/products') return listed(products, query);
    if (below === '/coupons') return listed(coupons, query);
    if (below === '/data/currencies/current') return { status: 200, body: { code: 'EUR', name: 'Euro' } };
    const refunds = /^\/orders\/(\d+)\/refunds$/.exec(below)?.[1];
    if (refunds !== undefined) return listed(refundsOf.get(refunds) ?? [], query);
    const variations = /^\/products\/(\d+)\/variations$/.exec(below)?.[1];
    if (variations !== undefined) return listed(variationsOf.get(variations) ?? [], query);
    return { status: 404, body: { code: 'rest_no_route' } };
  };
  const server = await startFakeServer({ windows: [{ calls: 120, seconds: 60 }], nowMs, answer });
  return { ...server, orders, refundsOf };
}

function listed(all: readonly object[], query: URLSearchParams): FakeAnswer {
  const size = Number(query.get('per_page') ?? 10);
  if (size > 100) return { status: 400, body: { code: 'rest_invalid_param' } };
  const page = Number(query.get('page') ?? 1);
  const headers = {
    'x-wp-total': String(all.length),
    'x-wp-totalpages': String(Math.ceil(all.length / size)),
  };
  return { status: 200, headers, body: all.slice((page - 1) * size, page * size) };
}
