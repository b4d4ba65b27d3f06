import { z } from 'zod';
import { type Correction, CorrectionState } from '../../../src/domain/networks/correction.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({ transaction_id: z.string(), state: CorrectionState });

/** What the simulated network shows of these transactions now, by id; those it never heard of are absent. */
export async function lookAtSimulated(
  db: Queryable,
  rows: readonly Correction[],
): Promise<ReadonlyMap<string, CorrectionState>> {
  const [first] = rows;
  if (!first) return new Map();
  const found = await db.query(
    'select transaction_id, state from sandbox_transaction where network = $1 and transaction_id = any($2)',
    [first.network, rows.map(({ transactionId }) => transactionId)],
  );
  return new Map(
    found.rows.map((row) => {
      const { transaction_id: id, state } = Row.parse(row);
      return [id, state];
    }),
  );
}
