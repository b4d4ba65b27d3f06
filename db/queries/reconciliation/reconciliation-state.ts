import { z } from 'zod';
import type { ReconciliationPolicy } from '../../../src/domain/reconciliation/reconciliation-policy.ts';
import type { Queryable } from '../../client.ts';

const StateRow = z.object({ as_of: z.date(), policy_hash: z.string(), pass: z.bigint() });
export type ReconciliationState = z.infer<typeof StateRow>;

/** What the kept result was reckoned for; `null` before the first time. */
export async function reconciliationState(db: Queryable): Promise<ReconciliationState | null> {
  const { rows } = await db.query('select as_of, policy_hash, pass from reconciliation_state');
  return rows[0] ? StateRow.parse(rows[0]) : null;
}

export async function setReconciliationState(db: Queryable, state: ReconciliationState): Promise<void> {
  await db.query(
    `
    insert into reconciliation_state (as_of, policy_hash, pass) values ($1, $2, $3)
    on conflict (state_id) do update set as_of = excluded.as_of, policy_hash = excluded.policy_hash, pass = excluded.pass
    `,
    [state.as_of, state.policy_hash, state.pass.toString()],
  );
}

/** Of everything in the policy that a result depends on, of the products' categories that it or a rate names, and of when orders begin. */
export async function policyHash(db: Queryable, policy: ReconciliationPolicy): Promise<string> {
  const { windowDays, windowDaysByCategory, holidays, clawbackForbiddenPartners, clawbackForbiddenNetworks } =
    policy;
  const { rows } = await db.query<{ hash: string }>(
    `
    select md5($1 || coalesce((select min(first_ordered_at)::text from customer_first_order), '')
               || coalesce(string_agg(md5(json_build_array(sku, category)::text), '' order by sku collate "C"), '')) as hash
      from product
     where category = any($2) or category in (select sku_group from rate)
    `,
    [
      JSON.stringify([
        windowDays,
        windowDaysByCategory,
        holidays,
        clawbackForbiddenPartners,
        clawbackForbiddenNetworks,
        [policy.saleToleranceBps, policy.saleClickWindowDays, policy.saleReportDays, policy.saleHistoryDays],
        [policy.saleCustomerOrdersMin, policy.saleCustomerShareBps],
      ]),
      Object.keys(windowDaysByCategory),
    ],
  );
  return z.string().parse(rows[0]?.hash);
}
