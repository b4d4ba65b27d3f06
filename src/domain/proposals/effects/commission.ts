import { z } from 'zod';
import { MoneyJson } from '../../money/micros.ts';
import { Id, Lines, RateBps } from './effect-parts.ts';

/** Keep unpaid commission back until the case is closed. */
export const CommissionHold = z.strictObject({
  kind: z.literal('commission.hold'),
  partnerId: Id,
  network: Id,
  money: MoneyJson,
  lines: Lines,
});

/** Take back commission already locked or paid. */
export const CommissionClawback = z.strictObject({
  kind: z.literal('commission.clawback'),
  partnerId: Id,
  network: Id,
  money: MoneyJson,
  lines: Lines,
  /**
   * `returns`: of each conversion only the part that came back after the lock, as reconciliation finds it; absent for the
   * whole commission of conversions that were settled.
   */
  basis: z.literal('returns').optional(),
});

/** Tell a network that commission shrinks: what earned it came back before the lock. */
export const CommissionCorrect = z.strictObject({
  kind: z.literal('commission.correct'),
  partnerId: Id,
  network: Id,
  /** What commission shrinks by, over all rows. */
  money: MoneyJson,
  /** The conversions, each with what it shrinks by. */
  lines: Lines,
  /** Binds the rows of the plan: before, after and reason of each (`planHash`). */
  planSha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Pay a partner another rate from a day on. */
export const CommissionChange = z.strictObject({
  kind: z.literal('commission.change'),
  partnerId: Id,
  network: Id,
  /** Null for all products. */
  skuGroup: Id.nullable(),
  /** What would hold at `startsAt` without the change; null when no rate is on file. */
  fromBps: RateBps.nullable(),
  toBps: RateBps,
  startsAt: z.iso.datetime(),
  /** Null until it is changed again. */
  endsAt: z.iso.datetime().nullable(),
});
