import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  reference: z.string(),
  order_id: z.string().nullable(),
  ordered_at: z.date().nullable(),
  commission_micros: z.bigint().nullable(),
  currency: z.string().nullable(),
  status: z.string().nullable(),
  has_other: z.boolean(),
  reversed_micros: z.bigint().nullable(),
  clawback_micros: z.bigint().nullable(),
  refund_id: z.string().nullable(),
  refunded_at: z.date().nullable(),
  clicked_at: z.date().nullable(),
});

/** What became of an order that a partner names. */
export interface NamedOrder {
  /** As the mail wrote it, letters and digits only. */
  readonly reference: string;
  /**
   * `credited` to this partner; `clicked`: not credited, though its visitor came by this partner within thirty days
   * before; `not_theirs`: known to us, nothing leads from this partner to it; `unknown`: no such order here.
   */
  readonly state: 'credited' | 'clicked' | 'not_theirs' | 'unknown';
  readonly orderId: string | null;
  readonly orderedAt: Date | null;
  /** Of this partner's own conversion; null for every other state. */
  readonly commission: { readonly micros: bigint; readonly currency: string; readonly status: string } | null;
  /** What returns took of the commission, and the last of them; null when nothing came back. */
  readonly returned: {
    /** Before the lock. */
    readonly reversedMicros: bigint;
    /** After it: a person decides whether it is asked back. */
    readonly clawbackMicros: bigint;
    readonly refundId: string;
    readonly refundedAt: Date;
  } | null;
  /** This partner's last click before the order; null for every other state than `clicked`. */
  readonly clickedAt: Date | null;
  /** Whether somebody else was credited. For the manager: a partner is never told who, or that anybody was. */
  readonly isCreditedElsewhere: boolean;
}

/** Looks up orders that a mail names, for the partner that it comes from and nobody else. Order numbers compare without case and `#`. */
export async function namedOrders(
  db: Queryable,
  partnerId: string,
  references: readonly string[],
): Promise<NamedOrder[]> {
  if (references.length === 0) return [];
  const { rows } = await db.query(
    `
    with asked as (
      select reference, upper(ltrim(reference, '#')) as wanted, ord
        from unnest($2::text[]) with ordinality as t (reference, ord)
    ), known as (
      select a.reference, a.wanted, a.ord,
             (select min(l.order_id) from order_line l where l.order_id in (a.wanted, a.reference)) as shop_order_id
        from asked a
    )
    select k.reference, coalesce(k.shop_order_id, mine.order_id, other.order_id) as order_id,
           coalesce(o.ordered_at, mine.converted_at) as ordered_at,
           mine.commission_micros, mine.currency, mine.status, other.order_id is not null as has_other, c.clicked_at,
           taken.reversed_micros, taken.clawback_micros, back.refund_id, back.refunded_at
      from known k
      left join lateral (
        select min(l.ordered_at) as ordered_at, min(l.visitor_id) as visitor_id
          from order_line l where l.order_id = k.shop_order_id
      ) o on true
      left join lateral (
        select v.order_id, v.network, v.conversion_id, v.converted_at, v.commission_micros, v.currency, v.status
          from conversion v
         where v.partner_id = $1 and (v.order_id in (k.wanted, k.reference) or v.conversion_id in (k.wanted, k.reference))
         order by v.converted_at
         limit 1
      ) mine on true
      left join lateral (
        select v.order_id from conversion v
         where v.partner_id <> $1 and v.order_id in (k.wanted, k.reference)
         limit 1
      ) other on true
      left join lateral (
        select x.clicked_at
          from click x
         where x.partner_id = $1 and x.visitor_id = o.visitor_id
           and x.clicked_at between o.ordered_at - interval '30 days' and o.ordered_at
         order by x.clicked_at desc
         limit 1
      ) c on true
      left join lateral (
        select sum(r.reversed_micros)::bigint as reversed_micros, sum(r.clawback_micros)::bigint as clawback_micros
          from reconciliation_line r
         where r.order_id = mine.order_id and r.network = mine.network and r.conversion_id = mine.conversion_id
           and r.partner_id = $1
      ) taken on true
      left join lateral (
        select n.refund_id, n.refunded_at
          from reconciliation_note n
         where n.order_id = mine.order_id and n.kind in ('reversed', 'clawback') and n.amount_micros > 0 and n.matching <> 'decision'
         order by n.refunded_at desc, n.refund_id
         limit 1
      ) back on true
     order by k.ord
    `,
    [partnerId, [...references]],
  );
  return rows.map((raw) => toNamedOrder(Row.parse(raw)));
}

function toNamedOrder(row: z.infer<typeof Row>): NamedOrder {
  const { commission_micros: micros, currency, status } = row;
  const isMine = micros !== null && currency !== null && status !== null;
  const isKnown = row.order_id !== null;
  return {
    reference: row.reference,
    state: isMine ? 'credited' : row.clicked_at ? 'clicked' : isKnown ? 'not_theirs' : 'unknown',
    orderId: row.order_id,
    orderedAt: row.ordered_at,
    commission: isMine ? { micros, currency, status } : null,
    returned: isMine ? returnedOf(row) : null,
    clickedAt: isMine ? null : row.clicked_at,
    isCreditedElsewhere: !isMine && row.has_other,
  };
}

function returnedOf(row: z.infer<typeof Row>): NamedOrder['returned'] {
  const { reversed_micros: reversedMicros, clawback_micros: clawbackMicros } = row;
  const { refund_id: refundId, refunded_at: refundedAt } = row;
  if (reversedMicros === null || clawbackMicros === null || refundId === null || refundedAt === null)
    return null;
  return { reversedMicros, clawbackMicros, refundId, refundedAt };
}
