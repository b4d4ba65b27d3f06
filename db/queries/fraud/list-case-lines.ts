import { z } from 'zod';
import type { Queryable } from '../../client.ts';
import { storedCoverage } from './coverage.ts';
import { judgedConversionsSql, PICKED_CONVERSION } from './judged-conversions-sql.ts';

const CaseLine = z.object({
  network: z.string(),
  conversionId: z.string(),
  orderId: z.string().nullable(),
  subId: z.string().nullable(),
  convertedAt: z.date(),
  status: z.string(),
  commissionMicros: z.bigint(),
  currency: z.string(),
  /** Null: the time to conversion is not known. */
  ttcSeconds: z.number().nullable(),
  /** 0 < TTC < 60 s. */
  isFast: z.boolean(),
  /** Null: whether a basket was waiting cannot be said. */
  inCart: z.boolean().nullable(),
  isOthersCode: z.boolean(),
  /** An approved hold has it already. */
  isHeld: z.boolean(),
  /** An approved clawback has it already. */
  isClawedBack: z.boolean(),
});
export type CaseLine = z.infer<typeof CaseLine>;

const OF_PARTNER = `
      select ${PICKED_CONVERSION}, conversion.sub_id, (converted_at at time zone 'UTC')::date as day
        from conversion
       where partner_id = $3 and converted_at <= $4 and status = any($5::text[])`;

/** Whether a decision has already taken the conversion for that kind of effect, as the gate counts it. */
const taken = (kind: 'hold' | 'clawback'): string => `
           exists (
             select from commission_hold
              where commission_hold.network = judged.network
                and commission_hold.conversion_id = judged.conversion_id
                and commission_hold.kind = '${kind}'
           ) or exists (
             select from proposal_line
               join proposal using (proposal_id)
              where proposal_line.network = judged.network
                and proposal_line.conversion_id = judged.conversion_id
                and proposal.kind = 'commission.${kind}' and proposal.status = 'approved'
           )`;

/**
 * Conversions of one partner up to `asOf`, newest first, each judged as the sketches judge it.
 *
 * @param statuses - canonical ones: pending, approved, paid, reversed, reversed-provisional, unknown.
 */
export async function listCaseLines(
  db: Queryable,
  {
    partnerId,
    asOf,
    statuses,
  }: { readonly partnerId: string; readonly asOf: Date; readonly statuses: readonly string[] },
): Promise<CaseLine[]> {
  const coverage = await storedCoverage(db);
  const { rows } = await db.query(
    `
    with ${judgedConversionsSql(OF_PARTNER)}
    select network, conversion_id as "conversionId", order_id as "orderId", sub_id as "subId",
           converted_at as "convertedAt", status, commission_micros as "commissionMicros", currency,
           ttc as "ttcSeconds", coalesce(is_fast, false) as "isFast", in_cart as "inCart",
           is_others_code as "isOthersCode",
           ${taken('hold')} as "isHeld",
           ${taken('clawback')} as "isClawedBack"
      from judged
     order by converted_at desc, network, conversion_id
    `,
    [coverage?.since ?? null, coverage?.until ?? null, partnerId, asOf, statuses],
  );
  return z.array(CaseLine).parse(rows);
}
