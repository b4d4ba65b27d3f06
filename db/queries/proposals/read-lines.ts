import { z } from 'zod';
import type { ProposalLine } from '../../../src/domain/proposals/lines.ts';
import type { Queryable } from '../../client.ts';

const LineRow = z.object({
  network: z.string(),
  conversion_id: z.string(),
  commission_micros: z.bigint(),
  currency: z.string(),
});

/** Every line of one proposal, in a fixed order. */
export async function readLines(db: Queryable, proposalId: string): Promise<ProposalLine[]> {
  const { rows } = await db.query(
    `
    select network, conversion_id, commission_micros, currency
      from proposal_line
     where proposal_id = $1
     order by network, conversion_id
    `,
    [proposalId],
  );
  return rows.map((row) => {
    const line = LineRow.parse(row);
    return {
      network: line.network,
      conversionId: line.conversion_id,
      commissionMicros: line.commission_micros,
      currency: line.currency,
    };
  });
}
