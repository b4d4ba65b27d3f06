import { z } from 'zod';
import { VettingFlag } from '../../src/domain/vetting/flag.ts';
import { VettingDecision } from '../../src/domain/vetting/vetting-result.ts';

/** One labelled application, written for this set; figures are made up, and so are all names. */
export const VettingCase = z.strictObject({
  /** As an applications file holds it. */
  application: z.looseObject({ id: z.string().regex(/^[a-z_]+-\d{3}$/) }),
  /** Cases of one thread belong together (a duplicate and its original) and never stand on both sides of a split. */
  thread: z.string().min(1),
  /** Rules and word lists were mended with it, so it never measures. */
  mended: z.literal(true).optional(),
  /** How close its pictures come to the brand's board; left out where it has none. */
  look: z.strictObject({ closeness: z.number(), pictures: z.int() }).optional(),
  labels: z.strictObject({
    decision: VettingDecision,
    flags: z.array(VettingFlag),
    /** Flags that this case must not raise though it comes near. */
    near: z.array(VettingFlag),
    /** By hand, from the figures; null when nothing can be computed. */
    engagementRate: z.number().nullable(),
    denominator: z.enum(['followers', 'views', 'subscribers']).nullable(),
  }),
});
export type VettingCase = z.infer<typeof VettingCase>;
