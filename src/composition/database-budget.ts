import { strict as assert } from 'node:assert';
import type pg from 'pg';
import { lockModelBudget } from '../../db/queries/model/lock-model-budget.ts';
import { reserveModelCall } from '../../db/queries/model/reserve-model-call.ts';
import { settleModelCall } from '../../db/queries/model/settle-model-call.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { ModelPolicy } from '../domain/model/model-policy.ts';
import { priceOf, type TokenCount } from '../domain/model/price-of.ts';
import type { Budget } from '../model/budget/budget.ts';
import { settledTokens } from '../model/budget/settled-tokens.ts';

/** The budget of all processes on one database. A reservation is one short transaction, before the call and not round it. */
export function databaseBudget(app: pg.Pool, policy: ModelPolicy, now: () => Date): Budget {
  const open = new Map<string, TokenCount>();
  const limits = {
    tokensPerRunMax: policy.tokensPerRunMax,
    tokensPerDayMax: policy.tokensPerDayMax,
    microsPerRunMax: BigInt(policy.moneyPerRunMaxMicros),
    microsPerDayMax: BigInt(policy.moneyPerDayMaxMicros),
  };
  return {
    async reserve({ runId, engine, prompt, most }) {
      const answer = await inTransaction(app, async (transaction) => {
        await lockModelBudget(transaction);
        return reserveModelCall(transaction, {
          ...most,
          runId,
          engine,
          prompt,
          micros: priceOf(most, policy),
          currency: policy.priceCurrency,
          now: now(),
          limits,
        });
      });
      if ('over' in answer) return { state: 'over', which: answer.over };
      open.set(answer.callId, most);
      return { state: 'reserved', callId: answer.callId };
    },
    async settle(callId, outcome, tokens) {
      const most = open.get(callId);
      assert(most, 'a call is settled that was reserved');
      open.delete(callId);
      const taken = settledTokens(outcome, tokens, most);
      const micros = priceOf(taken, policy);
      await settleModelCall(app, { ...taken, callId, outcome, micros, now: now() });
      return { ...taken, micros };
    },
  };
}
