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
