import { z } from 'zod';
import type { Queryable } from '../../client.ts';

export interface ModelCallToReserve {
  /** Null outside a run. */
  readonly runId: string | null;
  readonly engine: string;
  readonly prompt: string;
  /** The most it may take. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** For that many tokens; null when no price is given. */
  readonly micros: bigint | null;
  readonly currency: string;
  readonly now: Date;
  readonly limits: {
    readonly tokensPerRunMax: number;
    readonly tokensPerDayMax: number;
    /** Of calls in the same currency. */
    readonly microsPerRunMax: bigint;
    readonly microsPerDayMax: bigint;
  };
}

const Row = z.object({ call_id: z.uuid().nullable(), over_run: z.boolean() });

/**
 * Takes a call's part of the budget, when the run and the UTC day have that much left.
 *
 * The caller holds the lock of `lockModelBudget` in the same transaction: otherwise two calls could take the same rest.
 *
 * @returns the call's id, or which limit it would go over.
 */
export async function reserveModelCall(
  db: Queryable,
  call: ModelCallToReserve,
): Promise<{ callId: string } | { over: 'run' | 'day' }> {
  const { limits } = call;
  const { rows } = await db.query(
    `
    with spent as (
      select coalesce(sum(input_tokens + output_tokens), 0) as day_tokens,
             coalesce(sum(micros) filter (where currency = $7), 0) as day_micros
        from model_call
       where day = ($8::timestamptz at time zone 'utc')::date
    ), spent_by_run as (
      select coalesce(sum(input_tokens + output_tokens), 0) as run_tokens,
             coalesce(sum(micros) filter (where currency = $7), 0) as run_micros
        from model_call
       where run_id = $1
    ), verdict as (
      select $1::uuid is not null and (run_tokens + $4::bigint + $5::bigint > $9
               or run_micros + coalesce($6::bigint, 0) > $10) as over_run,
             day_tokens + $4::bigint + $5::bigint > $11
               or day_micros + coalesce($6::bigint, 0) > $12 as over_day
        from spent, spent_by_run
    ), reserved as (
      insert into model_call (run_id, day, engine, prompt, input_tokens, output_tokens, micros, currency, reserved_at)
      select $1, ($8::timestamptz at time zone 'utc')::date, $2, $3, $4, $5, $6, $7, $8
        from verdict
       where not over_run and not over_day
      returning call_id
    )
    select reserved.call_id, verdict.over_run
      from verdict left join reserved on true
    `,
    [
      call.runId,
      call.engine,
      call.prompt,
      call.inputTokens,
      call.outputTokens,
      call.micros,
      call.currency,
      call.now,
      limits.tokensPerRunMax,
      limits.microsPerRunMax,
      limits.tokensPerDayMax,
      limits.microsPerDayMax,
    ],
  );
  const { call_id: callId, over_run: isOverRun } = Row.parse(rows[0]);
  return callId === null ? { over: isOverRun ? 'run' : 'day' } : { callId };
}
