import type { Queryable } from '../../client.ts';

const DAY_MS = 86_400_000;

/** One made-up order with its click, and what its shopper did on the site. */
interface PlantedOrder {
  readonly partnerId: string;
  readonly subId: string | null;
  readonly orderedAt: number;
  readonly delaySeconds: number;
  /** A basket was waiting five minutes before the click. */
  readonly hadCart: boolean;
  readonly code: string | null;
  readonly currency: string;
  readonly status: string;
  readonly commissionMicros: bigint;
}

/** How one partner's orders come about; shares of 1. */
export interface Planted {
  readonly partnerId: string;
  readonly type: string;
  readonly orders: number;
  readonly fastShare: number;
  readonly inCartShare: number;
  /** Orders with the code of the partner `owner`. */
  readonly codeShare: number;
  readonly keyAccount?: boolean;
  /** The bad orders come from this sub-ID, the others from `s-good`. */
  readonly badSubId?: string;
}

export const honest = (partnerId: string): Planted => ({
  partnerId,
  type: 'content',
  orders: 60,
  fastShare: 1 / 60,
  inCartShare: 1 / 30,
  codeShare: 1 / 60,
});

/**
 * Fills a programme over the ninety days up to `until`: partners as planted, their clicks, orders and site events.
 * Nothing is random: the same call, the same rows.
 */
export async function plantProgramme(
  db: Queryable,
  partners: readonly Planted[],
  until: Date,
): Promise<void> {
  await db.query("insert into programme (name, currency) values ('Test', 'GBP')");
  await db.query("insert into partner (partner_id, name, network) values ('owner', 'Owner', 'awin')");
  await db.query("insert into code (code, owner_partner_id) values ('OWNED', 'owner')");
  for (const partner of partners) {
    await db.query(
      `
      insert into partner (partner_id, name, type, network, key_account, website)
      values ($1, 'Partner ' || $1, $2, 'awin', $3, 'https://' || $1 || '.example/')
      `,
      [partner.partnerId, partner.type, partner.keyAccount ?? false],
    );
    await insertOrders(db, ordersOf(partner, until.getTime()));
  }
}

function ordersOf(partner: Planted, until: number): PlantedOrder[] {
  const { partnerId, orders, fastShare, inCartShare, codeShare, badSubId } = partner;
  return Array.from({ length: orders }, (_, index) => {
    // Bad orders are spread over the whole time, so that every window has its part of them.
    const place = ((index * 37) % orders) / orders;
    const isBad = place < Math.max(fastShare, inCartShare, codeShare);
    return {
      partnerId,
      subId: badSubId === undefined ? null : isBad ? badSubId : 's-good',
      orderedAt: until - Math.floor((index + 0.5) * ((90 * DAY_MS) / orders)) - (index % 7) * 1_013,
      delaySeconds: place < fastShare ? 4 + (index % 50) : 95 + ((index * 7_919) % 40_000),
      hadCart: place < inCartShare,
      code: place < codeShare ? 'OWNED' : null,
      currency: index % 10 === 0 ? 'EUR' : 'GBP',
      status: ['pending', 'approved', 'pending', 'paid', 'reversed'][index % 5] ?? 'pending',
      commissionMicros: 4_000_000n + BigInt(index) * 10_000n,
    };
  });
}

async function insertOrders(db: Queryable, orders: readonly PlantedOrder[]): Promise<void> {
  const ids = orders.map(({ partnerId }, index) => `${partnerId}-${index}`);
  const clickedAt = orders.map(({ orderedAt, delaySeconds }) => new Date(orderedAt - delaySeconds * 1_000));
  const minutes = (times: readonly Date[], shift: number) =>
    times.map((time) => new Date(time.getTime() + shift * 60_000));
  await db.query(
    `
    insert into click (partner_id, click_id, sub_id, visitor_id, clicked_at, referrer, user_agent, ip_hash, device)
    select partner_id, 'c-' || id, sub_id, 'v-' || id, clicked_at, 'https://' || partner_id || '.example/page',
           'Mozilla/5.0', 'ip-' || id, 'desktop'
      from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) as o (id, partner_id, sub_id, clicked_at)
    `,
    [ids, orders.map((order) => order.partnerId), orders.map((order) => order.subId), clickedAt],
  );
  await db.query(
    `
    insert into site_event (visitor_id, occurred_at, event)
    select 'v-' || id, at, event
      from unnest($1::text[], $2::timestamptz[], $3::text[]) as e (id, at, event)
    `,
    [
      [...ids, ...ids.filter((_, index) => orders[index]?.hadCart)],
      [...minutes(clickedAt, 0.02), ...minutes(clickedAt, -5).filter((_, index) => orders[index]?.hadCart)],
      [...ids.map(() => 'view'), ...ids.filter((_, index) => orders[index]?.hadCart).map(() => 'cart')],
    ],
  );
  await db.query(
    `
    insert into conversion (partner_id, network, conversion_id, sub_id, order_id, click_id, clicked_at, converted_at,
                            amount_micros, commission_micros, currency, status, status_raw, code, customer_type)
    select partner_id, 'awin', 'k-' || id, sub_id, 'o-' || id, 'c-' || id, clicked_at, converted_at,
           commission_micros * 20, commission_micros, currency, status, status, code, 'new'
      from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::bigint[], $7::text[],
                  $8::text[], $9::text[])
           as o (id, partner_id, sub_id, clicked_at, converted_at, commission_micros, currency, status, code)
    `,
    [
      ids,
      orders.map((order) => order.partnerId),
      orders.map((order) => order.subId),
      clickedAt,
      orders.map((order) => new Date(order.orderedAt)),
      orders.map((order) => order.commissionMicros),
      orders.map((order) => order.currency),
      orders.map((order) => order.status),
      orders.map((order) => order.code),
    ],
  );
}
