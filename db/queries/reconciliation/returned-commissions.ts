import { z } from 'zod';
import { CorrectionItem, CorrectionState } from '../../../src/domain/networks/correction.ts';
import type {
  CommissionDenial,
  ReturnedCommission,
} from '../../../src/domain/reconciliation/returned-commission.ts';
import type { Queryable } from '../../client.ts';

const Micros = z.string().transform(BigInt);
const Item = z
  .object({
    sku: z.string().nullable(),
    quantity: z.number(),
    returned: z.number(),
    denied: z.boolean(),
    price: Micros,
    discount: Micros,
  })
  .transform(({ sku, quantity, returned, denied, price, discount }) => ({
    sku,
    quantity,
    returnedInWindow: returned,
    isDenied: denied,
    unitPriceMicros: price,
    discountMicros: discount,
  }));
const Denial = z
  .object({
    proposal_id: z.string(),
    title: z.string(),
    since: z.coerce.date(),
    in_window: Micros,
    late: Micros,
  })
  .transform(
    (row): CommissionDenial => ({
      proposalId: row.proposal_id,
      title: row.title,
      since: row.since,
      inWindowMicros: row.in_window,
      lateMicros: row.late,
    }),
  );
const Told = z
  .object({
    before: CorrectionState,
    after: CorrectionState,
    returned: z.array(z.array(CorrectionItem).nullable()),
  })
  .transform(({ returned, ...told }) => ({ ...told, returned: returned.flatMap((items) => items ?? []) }));
const Row = z
  .object({
    network: z.string(),
    conversion_id: z.string(),
    partner_id: z.string(),
    order_id: z.string(),
    currency: z.string(),
    converted_at: z.date(),
    status: z.string(),
    amount_micros: z.bigint(),
    commission_micros: z.bigint(),
    earned: z.bigint(),
    reversed: z.bigint(),
    clawback: z.bigint(),
    fifo_reversed: z.bigint(),
    fifo_clawback: z.bigint(),
    lock_at: z.date(),
    denial: Denial.nullable(),
    first_day: z.number().nullable(),
    last_day: z.number().nullable(),
    is_inferred: z.boolean().nullable(),
    is_taken: z.boolean(),
    is_waiting: z.boolean(),
    corrected: z.bigint(),
    clawed_back: z.bigint(),
    told: Told.nullable(),
    items: z.array(Item).nullable(),
  })
  .transform(
    (row): ReturnedCommission => ({
      network: row.network,
      conversionId: row.conversion_id,
      partnerId: row.partner_id,
      orderId: row.order_id,
      currency: row.currency,
      convertedAt: row.converted_at,
      status: row.status,
      saleMicros: row.amount_micros,
      commissionMicros: row.commission_micros,
      earnedMicros: row.earned,
      reversedMicros: row.reversed,
      clawbackMicros: row.clawback,
      fifoReversedMicros: row.fifo_reversed,
      fifoClawbackMicros: row.fifo_clawback,
      lockAt: row.lock_at,
      denial: row.denial,
      daysAfterLock: row.first_day === null || row.last_day === null ? null : [row.first_day, row.last_day],
      isInferred: row.is_inferred ?? false,
      isTaken: row.is_taken,
      isWaiting: row.is_waiting,
      correctedMicros: row.corrected,
      clawedBackMicros: row.clawed_back,
      told: row.told,
      items: row.items ?? [],
    }),
  );

/**
 * A partner's conversions on one network of which something came back that no executed proposal took yet, the largest amount
 * first. What the network declined by itself is left out.
 *
 * @param conversionIds - only these, with or without something left to take; `null` for all.
 * @param proposalId - one whose own holds are not counted, since it is what asks; `null` for none.
 */
export async function returnedCommissions(
  db: Queryable,
  {
    partnerId,
    network,
    conversionIds,
    proposalId,
    limit,
  }: {
    readonly partnerId: string;
    readonly network: string;
    readonly conversionIds: readonly string[] | null;
    readonly proposalId: string | null;
    readonly limit: number;
  },
): Promise<ReturnedCommission[]> {
  const { rows } = await db.query(
    `
    select money.*, denied.denial, c.converted_at, c.status, c.amount_micros, c.commission_micros, late.*, lines.items,
           taken.is_whole or wanted.by_another as is_taken, taken.is_waiting, taken.corrected, taken.clawed_back, taken.told
      from (
        select network, conversion_id, partner_id, order_id, currency, max(lock_at) as lock_at,
               sum(earned_micros)::bigint as earned, sum(reversed_micros)::bigint as reversed,
               sum(clawback_micros)::bigint as clawback, sum(fifo_reversed_micros)::bigint as fifo_reversed,
               sum(fifo_clawback_micros)::bigint as fifo_clawback
          from reconciliation_line
         where partner_id = $1 and network = $2 and stands <> 'declined' and ($3::text[] is null or conversion_id = any($3))
         group by network, conversion_id, partner_id, order_id, currency
        having sum(reversed_micros + clawback_micros) > 0
      ) money
      join lateral (
        select min(converted_at) as converted_at, min(status) as status, min(amount_micros) as amount_micros,
               min(commission_micros) as commission_micros
          from conversion
         where order_id = money.order_id and partner_id = money.partner_id and network = money.network
           and conversion_id = money.conversion_id
        having count(*) = 1
      ) c on true
      cross join lateral taken_of_conversion(money.network, money.conversion_id, $5) taken
      cross join lateral (
        select exists (
          select from proposal_line l join proposal p using (proposal_id)
           where l.network = money.network and l.conversion_id = money.conversion_id and p.workflow <> 'reconciliation'
             and p.kind in ('commission.hold', 'commission.clawback') and p.status in ('pending', 'snoozed', 'approved')
        ) as by_another
      ) wanted
      cross join lateral (
        select min(extract(epoch from n.refunded_at - l.lock_at) / 86400)
                 filter (where n.kind = 'clawback' and n.matching <> 'decision')::float8 as first_day,
               max(extract(epoch from n.refunded_at - l.lock_at) / 86400)
                 filter (where n.kind = 'clawback' and n.matching <> 'decision')::float8 as last_day,
               bool_or(n.matching = 'lifo') as is_inferred
          from reconciliation_note n
          join reconciliation_line l using (order_id, line_id)
         where n.order_id = money.order_id and n.amount_micros > 0
      ) late
      left join lateral (
        select json_build_object(
                 'proposal_id', n.refund_id, 'title', p.title, 'since', min(coalesce(r.since, b.since)),
                 'in_window', coalesce(sum(n.amount_micros) filter (where n.kind = 'reversed'), 0)::text,
                 'late', coalesce(sum(n.amount_micros) filter (where n.kind = 'clawback'), 0)::text
               ) as denial
          from reconciliation_note n
          join proposal p on p.proposal_id = case n.matching when 'decision' then n.refund_id::uuid end
          left join (select proposal_id, min(since) as since from code_rule group by proposal_id) r using (proposal_id)
          left join (select proposal_id, min(since) as since from site_blacklist group by proposal_id) b using (proposal_id)
         where n.order_id = money.order_id and n.matching = 'decision'
         group by n.refund_id, p.title
      ) denied on true
      cross join lateral (
        select json_agg(json_build_object(
                 'sku', o.sku, 'quantity', o.quantity, 'returned', coalesce(l.returned_in_window, 0),
                 'denied', coalesce(l.state = 'reversed' and l.reason = 'commission_denied', false),
                 'price', o.unit_price_micros::text, 'discount', o.discount_micros::text
               ) order by length(o.line_id), o.line_id collate "C") as items
          from order_line o
          left join reconciliation_line l using (order_id, line_id)
         where o.order_id = money.order_id
      ) lines
     where $3::text[] is not null
        or left_to_take(money.reversed, taken.corrected, money.clawback, taken.clawed_back) > 0
        or left_to_take(money.clawback, taken.clawed_back, money.reversed, taken.corrected) > 0
     order by money.reversed + money.clawback desc, money.conversion_id collate "C"
     limit $4
    `,
    [partnerId, network, conversionIds, limit, proposalId],
  );
  return rows.map((row) => Row.parse(row));
}
