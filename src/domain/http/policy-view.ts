import { z } from 'zod';
import { Policy } from '../policies.ts';

/** The policy in force, each value with its unit and reason, and the kinds that never pass without a person. */
export const PolicyView = Policy.extend({
  neverAutomaticKinds: z.array(z.string()),
  entries: z.array(
    z.strictObject({ path: z.string(), unit: z.string(), why: z.string(), source: z.string() }),
  ),
}).meta({ id: 'Policy' });
export type PolicyView = z.infer<typeof PolicyView>;
