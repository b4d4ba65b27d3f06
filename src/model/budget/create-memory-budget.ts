import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import type { ModelPolicy } from '../../domain/model/model-policy.ts';
import { priceOf, type TokenCount } from '../../domain/model/price-of.ts';
import type { Budget, PlannedCall } from './budget.ts';
import { settledTokens } from './settled-tokens.ts';

interface Kept {
  readonly runId: string | null;
  readonly day: string;
  readonly most: TokenCount;
  taken: TokenCount;
}

/** A budget for a process without a database, such as a one-shot command: its limits hold for this process alone. */
export function createMemoryBudget(policy: ModelPolicy, now: () => Date): Budget {
  const calls = new Map<string, Kept>();
  const isOver = (planned: TokenCount, among: Kept[], tokensMax: number, microsMax: string): boolean => {
    const all = [planned, ...among.map(({ taken }) => taken)];
    const tokens = all.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0);
    const micros = all.reduce((sum, taken) => sum + (priceOf(taken, policy) ?? 0n), 0n);
    return tokens > tokensMax || micros > BigInt(microsMax);
  };
  return {
    async reserve({ runId, most }: PlannedCall) {
      const day = now().toISOString().slice(0, 10);
      const kept = [...calls.values()];
      const ofRun = kept.filter((call) => runId !== null && call.runId === runId);
      const ofDay = kept.filter((call) => call.day === day);
      if (isOver(most, ofRun, policy.tokensPerRunMax, policy.moneyPerRunMaxMicros))
        return { state: 'over', which: 'run' };
      if (isOver(most, ofDay, policy.tokensPerDayMax, policy.moneyPerDayMaxMicros))
        return { state: 'over', which: 'day' };
      const callId = randomUUID();
      calls.set(callId, { runId, day, most, taken: most });
      return { state: 'reserved', callId };
    },
    async settle(callId, outcome, tokens) {
      const call = calls.get(callId);
      assert(call, 'a call is settled that was reserved');
      call.taken = settledTokens(outcome, tokens, call.most);
      return { ...call.taken, micros: priceOf(call.taken, policy) };
    },
  };
}
