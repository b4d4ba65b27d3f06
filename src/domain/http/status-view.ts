import { z } from 'zod';
import { Role } from '../auth/role.ts';
import { MoneyJson } from '../money/micros.ts';

/** What the page's frame needs: who, which programme, what waits, what comes next. */
export const StatusView = z
  .strictObject({
    programme: z
      .strictObject({
        name: z.string(),
        currency: z.string(),
        timeZone: z.string(),
        isDemo: z.boolean(),
        /** Whole weeks by which the demo's dates were moved; null outside the demo. */
        demoShiftWeeks: z.int().nullable(),
        /** What on screen is simulated, as words to label it with; empty outside the demo. */
        simulated: z.array(z.string()),
      })
      .nullable(),
    person: z.strictObject({ name: z.string(), role: Role }),
    paused: z.boolean(),
    pausedBy: z.string().nullable(),
    waiting: z.array(z.strictObject({ kind: z.string(), count: z.int(), money: z.array(MoneyJson) })),
    waitingTotal: z.int(),
    nextRun: z.strictObject({ workflow: z.string(), at: z.iso.datetime() }).nullable(),
    lastRun: z
      .strictObject({
        id: z.uuid(),
        workflow: z.string(),
        status: z.string(),
        finishedAt: z.iso.datetime().nullable(),
      })
      .nullable(),
    now: z.iso.datetime(),
  })
  .meta({ id: 'Status' });
export type StatusView = z.infer<typeof StatusView>;
