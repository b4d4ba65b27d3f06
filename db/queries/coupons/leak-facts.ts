import { z } from 'zod';
import { LeakFacts } from '../../../src/domain/leaks/leak-facts.ts';
import type { LeakPolicy } from '../../../src/domain/leaks/leak-policy.ts';
import type { MoneyJson } from '../../../src/domain/money/micros.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  code_kind: z.string().nullable(),
  owner_partner_id: z.string().nullable(),
  owner_is_key_account: z.boolean(),
  is_ended: z.boolean(),
  orders: z.int(),
  owner_orders: z.int(),
  site_orders: z.int(),
  untargeted_orders: z.int(),
  known_visitor_orders: z.int(),
  recent_orders: z.int(),
  baseline_orders: z.int(),
  owner_clicks_from_site: z.int(),
  earlier_leaks: z.int(),
  ledger_fact: z.strictObject({ network: z.string(), conversionId: z.string() }).nullable(),
  others_micros: z.bigint(),
  first_order_at: z.date().nullable(),
});

export interface LeakRecord {
  readonly facts: LeakFacts;
  /** Commission that others than the owner earned with the code within the recent and the baseline days. */
  readonly othersCommission: MoneyJson;
  readonly firstOrderAt: Date | null;
}

/**
 * What our own records say of a code that a site shows; null when the code is not in the table.
 *
 * @param sitePartnerId - whose site it is; null for a stranger's.
 * @param caseId - the case itself, which counts as no earlier one; null before there is one.
 */
export async function leakFacts(
  db: Queryable,
  {
    code,
    publisher,
    sitePartnerId,
    pageSaysEnded,
    caseId,
    asOf,
    currency,
  }: {
    readonly code: string;
    readonly publisher: string;
    readonly sitePartnerId: string | null;
    readonly pageSaysEnded: boolean;
    readonly caseId: string | null;
    readonly asOf: Date;
    readonly currency: string;
  },
  { recentDays, baselineDays, touchDays }: LeakPolicy,
): Promise<LeakRecord | null> {
  const { rows } = await db.query(
    `
    with used as (
      select c.network, c.conversion_id, c.partner_id, c.converted_at, c.commission_micros, c.currency,
             k.visitor_id, host_of(k.referrer) = $2 as is_from_site
        from conversion c
        left join lateral (
          select visitor_id, referrer from click
           where click.partner_id = c.partner_id and click.click_id = c.click_id
           limit 1
        ) k on true
       where upper(btrim(c.code)) = upper(btrim($1)) and c.converted_at <= $5::timestamptz and c.converted_at > $5::timestamptz - ($6::int + $7::int) * interval '1 day'
    ), judged as (
      select used.*,
             exists (
               select from click touch
                where touch.visitor_id = used.visitor_id and touch.partner_id = code.owner_partner_id
                  and touch.clicked_at between used.converted_at - $8::int * interval '1 day' and used.converted_at
             ) as is_touched
        from used join code on code.code = $1
    )
    select code.kind as code_kind, code.owner_partner_id,
           coalesce(owner.key_account, false) as owner_is_key_account,
           (coalesce(code.ends_at <= $5::timestamptz, false)
            or exists (select from code_rule r where r.code = $1 and r.kind = 'retired' and r.lifted_at is null)) as is_ended,
           sums.*,
           (select count(*)::int from click
             where click.partner_id = code.owner_partner_id and host_of(click.referrer) = $2
               and click.clicked_at <= $5::timestamptz and click.clicked_at > $5::timestamptz - ($6::int + $7::int) * interval '1 day') as owner_clicks_from_site,
           (select count(*)::int from leak_case l
             where l.verdict = 'leak_by_owner' and l.owner_partner_id = code.owner_partner_id
               and l.case_id is distinct from $4::uuid) as earlier_leaks
      from code
      left join partner owner on owner.partner_id = code.owner_partner_id
     cross join lateral (
        select count(*)::int as orders,
               (count(*) filter (where partner_id = code.owner_partner_id))::int as owner_orders,
               (count(*) filter (where partner_id = $3 or is_from_site))::int as site_orders,
               (count(*) filter (where visitor_id is not null and not is_touched))::int as untargeted_orders,
               (count(*) filter (where visitor_id is not null))::int as known_visitor_orders,
               (count(*) filter (where converted_at > $5::timestamptz - $6::int * interval '1 day'))::int as recent_orders,
               (count(*) filter (where converted_at <= $5::timestamptz - $6::int * interval '1 day'))::int as baseline_orders,
               (array_agg(jsonb_build_object('network', network, 'conversionId', conversion_id) order by converted_at desc)
                  filter (where partner_id = $3 or is_from_site))[1] as ledger_fact,
               coalesce(sum(commission_micros) filter (
                 where currency = $9 and partner_id is distinct from code.owner_partner_id), 0)::bigint as others_micros,
               min(converted_at) as first_order_at
          from judged
      ) sums
     where code.code = $1
    `,
    [code, publisher, sitePartnerId, caseId, asOf, recentDays, baselineDays, touchDays, currency],
  );
  if (!rows[0]) return null;
  const row = Row.parse(rows[0]);
  return {
    facts: LeakFacts.parse({
      codeKind: row.code_kind,
      ownerPartnerId: row.owner_partner_id,
      ownerIsKeyAccount: row.owner_is_key_account,
      sitePartnerId,
      isEnded: row.is_ended,
      pageSaysEnded,
      orders: row.orders,
      ownerOrders: row.owner_orders,
      siteOrders: row.site_orders,
      untargetedOrders: row.untargeted_orders,
      knownVisitorOrders: row.known_visitor_orders,
      recentOrders: row.recent_orders,
      baselineOrders: row.baseline_orders,
      ownerClicksFromSite: row.owner_clicks_from_site,
      earlierLeaks: row.earlier_leaks,
      ledgerFact: row.ledger_fact,
    }),
    othersCommission: { micros: row.others_micros.toString(), currency },
    firstOrderAt: row.first_order_at,
  };
}
