import { z } from 'zod';
import { MoneyJson } from '../money/micros.ts';

/** What came back after the lock, by partner and currency; currencies are never added. */
export const LeakageItem = z
  .strictObject({
    partner: z.string(),
    name: z.string(),
    /** Lines of which something came back, or was denied, after the lock. */
    lines: z.int(),
    /** The contract forbids to claw it back. */
    leaked: MoneyJson,
    /** May be clawed back; `waiting`, `recovered` and `refused` are parts of it. */
    late: MoneyJson,
    waiting: MoneyJson,
    recovered: MoneyJson,
    refused: MoneyJson,
    /** Commission that was locked or paid. */
    settled: MoneyJson,
    /** Of what was locked or paid, what came back late and was not recovered; null when nothing was. */
    lostShare: z.number().min(0).nullable(),
  })
  .meta({ id: 'PartnerLeakage' });
export type LeakageItem = z.infer<typeof LeakageItem>;
