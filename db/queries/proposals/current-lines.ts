import { z } from 'zod';
import {
  type CurrentLine,
  type MoneyEffect,
  restsOnReturns,
} from '../../../src/domain/proposals/assert-lines.ts';
import type { ProposalLine } from '../../../src/domain/proposals/lines.ts';
import type { Queryable } from '../../client.ts';
import { returnAmountSql } from '../reconciliation/return-amount-sql.ts';

const CurrentRow = z.object({
  found: z.number(),
  commission_micros: z.bigint().nullable(),
  currency: z.string().nullable(),
  status: z.string().nullable(),
  taken: z.boolean(),
});

/**
 * What the feed says now of each line, in the lines' order.
 *
 * @param proposalId - the lines' own proposal, whose approval takes nothing away from itself; `null` before it exists.
 */
export async function currentLines(
  db: Queryable,
  lines: readonly ProposalLine[],
  { effect, proposalId }: { readonly effect: MoneyEffect; readonly proposalId: string | null },
): Promise<CurrentLine[]> {
  const { partnerId, kind } = effect;
  const { rows } = await db.query(
    `
    select count(c.conversion_id)::int as found,
           min(${amountSql(effect)}) as commission_micros,
           min(c.currency) as currency,
           min(c.status) as status,
           exists (
             select from commission_hold h
              where h.network = l.network and h.conversion_id = l.conversion_id and h.kind = $5
                and h.proposal_id is distinct from $6
                -- Parts add up, and the amount says what is left; but a correction has to have arrived.
                and not ($7 and h.is_part and (
                  h.kind <> 'correct'
                  or exists (select from outbox o where o.proposal_id = h.proposal_id and o.status = 'delivered')
                ))
           ) or exists (
             select from proposal_line other
               join proposal p using (proposal_id)
              where other.network = l.network and other.conversion_id = l.conversion_id
                and p.kind = $4 and p.status = 'approved' and p.proposal_id is distinct from $6
           ) as taken
      from unnest($1::text[], $2::text[]) with ordinality as l(network, conversion_id, position)
      left join conversion c
             on c.partner_id = $3 and c.network = l.network and c.conversion_id = l.conversion_id
     group by l.position, l.network, l.conversion_id
     order by l.position
    `,
    [
      lines.map((line) => line.network),
      lines.map((line) => line.conversionId),
      partnerId,
      kind,
      kind.split('.').at(-1),
      proposalId,
      restsOnReturns(effect),
    ],
  );
  return lines.map((line, index) => {
    const now = CurrentRow.parse(rows[index]);
    return {
      ...line,
      found: now.found,
      nowCommissionMicros: now.commission_micros,
      nowCurrency: now.currency,
      nowStatus: now.status,
      taken: now.taken,
    };
  });
}

/** What a line's amount is computed from: the commission itself, or what of it came back and was not taken yet. */
function amountSql(effect: MoneyEffect): string {
  if (!restsOnReturns(effect)) return 'c.commission_micros';
  return returnAmountSql(effect.kind === 'commission.correct' ? effect.kind : 'commission.clawback', '$6');
}
