import type { Queryable } from '../../client.ts';

/** Notes what a call took in the end. One that is settled already stays as it is. */
export async function settleModelCall(
  db: Queryable,
  call: {
    readonly callId: string;
    readonly outcome: 'answered' | 'unusable' | 'unclear' | 'failed';
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly micros: bigint | null;
    readonly now: Date;
  },
): Promise<void> {
  await db.query(
    `
    update model_call
       set outcome = $2, input_tokens = $3, output_tokens = $4, micros = $5, settled_at = $6
     where call_id = $1 and outcome = 'reserved'
    `,
    [call.callId, call.outcome, call.inputTokens, call.outputTokens, call.micros, call.now],
  );
}
