import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import type { FeedRow } from '../../domain/feeds/feed-row.ts';
import { shopPage } from '../../domain/shops/shop-page.ts';
import type { ShopPage } from '../../domain/shops/shop-reader.ts';
import { ask } from '../http/ask.ts';
import type { HttpClient } from '../http/http-client.ts';
import { wooPage } from './woocommerce-client.ts';

const PAGE_SIZE = 100;
const PAGES_MAX = 10_000;

const Stocked = z.looseObject({
  id: z.string(),
  sku: z.string().max(200).nullish(),
  /** `"parent"` where a variation shares its product's count. */
  manage_stock: z.union([z.boolean(), z.string()]).nullish(),
  stock_quantity: z.string().nullish(),
  type: z.string().nullish(),
});
const Coupon = z.looseObject({
  code: z.string().min(1).max(200),
  discount_type: z.string(),
  amount: z.string().max(40),
  date_expires_gmt: z.string().nullish(),
});
const Shop = z.looseObject({ code: z.string().regex(/^[A-Z]{3}$/) });

/** What is in stock now, of products and variations whose count the shop keeps. */
export async function* wooStock(
  client: HttpClient,
  asOf: Date,
  signal: AbortSignal,
): AsyncGenerator<ShopPage> {
  let unnamed = 0;
  const rowsOf = (records: readonly unknown[]): FeedRow<'inventory'>[] =>
    records.flatMap((record) => {
      const { data } = Stocked.safeParse(record);
      if (data?.manage_stock !== true || !data.stock_quantity) return [];
      if (!data.sku) {
        unnamed += 1;
        return [];
      }
      const onHand = String(Math.trunc(Number(data.stock_quantity)));
      return [{ sku: data.sku, location: '', on_hand: onHand, inbound: '0', as_of: asOf.toISOString() }];
    });
  for await (const records of pagesOf(client, '/products', signal)) {
    const variable = records.flatMap((record) => {
      const { data } = Stocked.safeParse(record);
      return data?.type === 'variable' ? [data.id] : [];
    });
    const inventory = rowsOf(records);
    for (const id of variable) {
      for await (const variations of pagesOf(client, `/products/${id}/variations`, signal)) {
        inventory.push(...rowsOf(variations));
      }
    }
    yield shopPage({ inventory });
  }
  const gaps = unnamed === 0 ? [] : [`${unnamed} products with a stock count have no SKU.`];
  yield shopPage({ gaps, completeUntil: asOf });
}

/** All coupons of the shop. */
export async function* wooCodes(
  client: HttpClient,
  asOf: Date,
  signal: AbortSignal,
): AsyncGenerator<ShopPage> {
  const path = '/data/currencies/current';
  const { code: currency } = await ask(client, { method: 'GET', path, signal }, Shop);
  for await (const records of pagesOf(client, '/coupons', signal)) {
    const read = records.map((raw) => ({ raw, ...Coupon.safeParse(raw) }));
    yield shopPage({
      codes: read.flatMap(({ data }) => (data ? [codeRow(data, currency)] : [])),
      setAside: read.flatMap(({ data, raw }) =>
        data ? [] : [{ id: null, problem: 'This is not a coupon as documented.', raw }],
      ),
    });
  }
  yield shopPage({ completeUntil: asOf });
}

function codeRow(coupon: z.infer<typeof Coupon>, currency: string): FeedRow<'codes'> {
  const isPercent = coupon.discount_type === 'percent';
  const end = coupon.date_expires_gmt ?? '';
  return {
    code: coupon.code,
    percent_off: isPercent ? coupon.amount : null,
    amount_off: isPercent ? null : coupon.amount,
    currency: isPercent ? null : currency,
    ends_at: end === '' || end.endsWith('Z') ? end : `${end}Z`,
  };
}

async function* pagesOf(
  client: HttpClient,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<readonly unknown[]> {
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const query = { orderby: 'id', order: 'asc' };
    const { records, isLast } = await wooPage(client, path, query, { page, size: PAGE_SIZE, signal });
    yield records;
    if (isLast) return;
  }
  throw new Refusal('system_answer_unusable', `WooCommerce gives more than ${PAGES_MAX} pages.`);
}
