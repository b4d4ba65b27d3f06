import { z } from 'zod';
import { Currency } from '../../money/micros.ts';
import { Body, Id, Subject } from './effect-parts.ts';

/**
 * Ask a network to lock sales later, because they may still come back. No network documents a call for it: whoever approves
 * takes the request, worded, to the network's form or account manager.
 */
export const NetworkExtendLock = z.strictObject({
  kind: z.literal('network.extend-lock'),
  /** Many partners' sales lock together. */
  partnerId: z.null(),
  network: Id,
  currency: Currency,
  /** ISO week of the lock. */
  week: z.string().regex(/^\d{4}-W\d{2}$/),
  /** The warning that this is: days before the first of them locks. */
  daysBefore: z.int().min(0).max(730),
  firstLocksAt: z.iso.datetime(),
  lastLocksAt: z.iso.datetime(),
  subject: Subject,
  body: Body,
});
