import type pg from 'pg';
import { ReconcileResult } from '../../../src/domain/reconciliation/reconcile-result.ts';
import { streamResult } from './stream-result.ts';
import { type ReconciliationOptions, withReconciliation } from './with-reconciliation.ts';

/** The whole result at once; for tests, evaluations and programmes of a few ten thousand lines. */
export async function reconcile(pool: pg.Pool, options: ReconciliationOptions): Promise<ReconcileResult> {
  const { asOf, now, policy } = options;
  return withReconciliation(pool, options, async (transaction) => {
    const pieces: string[] = [];
    const decoder = new TextDecoder();
    for await (const piece of streamResult(transaction, { asOf, now, policy })) {
      pieces.push(typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true }));
    }
    return ReconcileResult.parse(JSON.parse(pieces.join('')));
  });
}
