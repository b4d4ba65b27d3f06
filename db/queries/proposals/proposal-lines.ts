import { z } from 'zod';
import { Refusal } from '../../../src/domain/errors.ts';
import type { ProposalLineView } from '../../../src/domain/proposals/proposal-view.ts';
import type { Queryable } from '../../client.ts';

const LINES_A_PAGE = 200;
const Cursor = z.tuple([z.string(), z.string()]);

const LineRow = z.object({
  network: z.string(),
  conversion_id: z.string(),
  commission_micros: z.bigint(),
  currency: z.string(),
  converted_at: z.date().nullable(),
  order_id: z.string().nullable(),
  status: z.string().nullable(),
});

export interface ProposalLinePage {
  readonly items: ProposalLineView[];
  readonly nextCursor: string | null;
}

/**
 * The conversions behind one proposal beside what the feed says of them now, 200 a page.
 *
 * @param cursor - `nextCursor` of the page before; null for the first.
 * @throws {Refusal} `input_invalid` when the cursor is none of ours.
 */
export async function proposalLines(
  db: Queryable,
  proposalId: string,
  cursor: string | null = null,
): Promise<ProposalLinePage> {
  const [afterNetwork, afterId] = cursor === null ? [null, null] : readCursor(cursor);
  const { rows } = await db.query(
    `
    select l.network, l.conversion_id, l.commission_micros, l.currency, c.converted_at, c.order_id, c.status
      from proposal_line l
      join proposal p using (proposal_id)
      left join lateral (
        select converted_at, order_id, status
          from conversion
         where partner_id = p.partner_id and network = l.network and conversion_id = l.conversion_id
         order by converted_at desc
         limit 1
      ) c on true
     where l.proposal_id = $1
       and ($2::text is null or (l.network, l.conversion_id) > ($2, $3))
     order by l.network, l.conversion_id
     limit ${LINES_A_PAGE + 1}
    `,
    [proposalId, afterNetwork, afterId],
  );
  const page = rows.slice(0, LINES_A_PAGE).map((row) => LineRow.parse(row));
  const last = page.at(-1);
  return {
    items: page.map((line) => ({
      network: line.network,
      conversionId: line.conversion_id,
      commission: { micros: line.commission_micros.toString(), currency: line.currency },
      convertedAt: line.converted_at?.toISOString() ?? null,
      orderId: line.order_id,
      status: line.status,
    })),
    nextCursor: rows.length > LINES_A_PAGE && last ? writeCursor(last.network, last.conversion_id) : null,
  };
}

const writeCursor = (network: string, conversionId: string): string =>
  Buffer.from(JSON.stringify([network, conversionId])).toString('base64url');

function readCursor(cursor: string): [string, string] {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Refusal('input_invalid', 'This cursor is none of ours: take nextCursor as it came.');
  }
}
