import { z } from 'zod';
import type { FeedRow } from '../../domain/feeds/feed-row.ts';
import { formatMicros, parseMicros } from '../../domain/money/micros.ts';
import { shopPage } from '../../domain/shops/shop-page.ts';
import type { ShopPage } from '../../domain/shops/shop-reader.ts';
import type { ShopifyGraphql } from './shopify-graphql.ts';
import { allOf, connectionOf, pagesOf } from './shopify-pages.ts';
import { CODES_QUERY, INVENTORY_QUERY, MORE_CODES_QUERY } from './shopify-queries.ts';

const Levels = connectionOf(
  z.looseObject({
    location: z.looseObject({ name: z.string() }),
    quantities: z.array(z.looseObject({ name: z.string(), quantity: z.string() })),
  }),
);
const Inventory = z.looseObject({
  inventoryItems: connectionOf(
    z.looseObject({ sku: z.string().nullish(), tracked: z.boolean(), inventoryLevels: Levels }),
  ),
});
const Codes = connectionOf(z.looseObject({ code: z.string() }));
const Discount = z.looseObject({
  __typename: z.string(),
  startsAt: z.string().nullish(),
  endsAt: z.string().nullish(),
  codes: Codes.optional(),
  customerGets: z
    .looseObject({
      value: z.looseObject({
        percentage: z.string().optional(),
        amount: z.looseObject({ amount: z.string(), currencyCode: z.string() }).optional(),
      }),
    })
    .optional(),
});
type Discount = z.infer<typeof Discount>;
const Discounts = z.looseObject({
  codeDiscountNodes: connectionOf(z.looseObject({ id: z.string(), codeDiscount: Discount })),
});
const MoreCodes = z.looseObject({
  codeDiscountNode: z.looseObject({ codeDiscount: z.looseObject({ codes: Codes.optional() }) }).nullable(),
});
const NONE = { pageInfo: { hasNextPage: false }, nodes: [] };

/** What is in stock now at each location, of variants that Shopify counts. */
export async function* shopifyStock(
  graphql: ShopifyGraphql,
  asOf: Date,
  signal: AbortSignal,
): AsyncGenerator<ShopPage> {
  const gaps = { sku: 0, places: 0 };
  const ask = async (after: string | null) =>
    (await graphql.ask({ query: INVENTORY_QUERY, variables: { after } }, Inventory, signal)).inventoryItems;
  for await (const items of pagesOf(ask)) {
    const inventory = items.flatMap((item): FeedRow<'inventory'>[] => {
      if (!item.tracked) return [];
      if (!item.sku) {
        gaps.sku += 1;
        return [];
      }
      if (item.inventoryLevels.pageInfo.hasNextPage) gaps.places += 1;
      const { sku } = item;
      return item.inventoryLevels.nodes.map(({ location, quantities }) => {
        const of = (name: string) => quantities.find((each) => each.name === name)?.quantity ?? '0';
        const counts = { on_hand: of('on_hand'), inbound: of('incoming') };
        return { sku, location: location.name, ...counts, as_of: asOf.toISOString() };
      });
    });
    yield shopPage({ inventory });
  }
  yield shopPage({
    completeUntil: asOf,
    gaps: [
      ...(gaps.sku > 0 ? [`${gaps.sku} variants with a stock count have no SKU.`] : []),
      ...(gaps.places > 0 ? [`${gaps.places} variants are in more than 20 locations; 20 were read.`] : []),
    ],
  });
}

/** All discount codes with what they take off, where that is one percentage or amount. */
export async function* shopifyCodes(
  graphql: ShopifyGraphql,
  asOf: Date,
  signal: AbortSignal,
): AsyncGenerator<ShopPage> {
  const ask = async (after: string | null) =>
    (await graphql.ask({ query: CODES_QUERY, variables: { after } }, Discounts, signal)).codeDiscountNodes;
  for await (const nodes of pagesOf(ask)) {
    const codes: FeedRow<'codes'>[] = [];
    for (const { id, codeDiscount } of nodes) {
      const all = await allOf(async (after) => {
        const asked = { query: MORE_CODES_QUERY, variables: { id, after } };
        return (await graphql.ask(asked, MoreCodes, signal)).codeDiscountNode?.codeDiscount.codes ?? NONE;
      }, codeDiscount.codes ?? NONE);
      codes.push(...all.map(({ code }) => ({ code, ...termsOf(codeDiscount) })));
    }
    yield shopPage({ codes });
  }
  yield shopPage({ completeUntil: asOf });
}

function termsOf({ startsAt, endsAt, customerGets }: Discount): Omit<FeedRow<'codes'>, 'code'> {
  const { percentage, amount } = customerGets?.value ?? {};
  // Shopify writes ten per cent as 0.1, and a third with as many digits as a float has.
  const share = /^\d(?:\.\d{1,6})?/.exec(percentage ?? '')?.[0];
  const percent = share === undefined ? null : formatMicros(parseMicros(share) * 100n, 0);
  return {
    percent_off: percent,
    amount_off: amount?.amount ?? null,
    currency: amount?.currencyCode ?? null,
    starts_at: startsAt ?? null,
    ends_at: endsAt ?? null,
  };
}
