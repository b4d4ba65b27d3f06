import { Refusal } from '../errors.ts';
import { formatMicros, type MoneyJson } from '../money/micros.ts';
import type { GatePolicy } from './gate-policy.ts';

/** Money already approved in the last 24 hours, in the same currency, without the proposal in question; micros, each >= 0. */
export interface CapUsage {
  readonly partnerMicros: bigint;
  readonly allMicros: bigint;
}

/**
 * Keeps what is approved within any 24 hours below the policy's limits, for one partner and for all.
 *
 * The window rolls, so midnight does not double it. Currencies are counted apart: each has the whole limit.
 *
 * @throws {Refusal} `cap_exceeded`, naming the limit.
 */
export function assertWithinCaps(
  money: MoneyJson,
  usage: CapUsage,
  caps: Pick<GatePolicy['caps'], 'perPartnerPerDayMicros' | 'perDayMicros'>,
): void {
  const micros = BigInt(money.micros);
  const size = micros < 0n ? -micros : micros;
  refuseAbove('one partner', usage.partnerMicros + size, BigInt(caps.perPartnerPerDayMicros), money.currency);
  refuseAbove('all partners', usage.allMicros + size, BigInt(caps.perDayMicros), money.currency);
}

function refuseAbove(scope: string, total: bigint, cap: bigint, currency: string): void {
  if (total <= cap) return;
  throw new Refusal(
    'cap_exceeded',
    `With this, ${currency} ${formatMicros(total)} would be approved for ${scope} within 24 hours; the policy allows ${formatMicros(cap)}.`,
    { scope, capMicros: cap.toString(), totalMicros: total.toString(), currency },
  );
}
