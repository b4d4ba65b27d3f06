import { z } from 'zod';
import { ExceptionKind } from './reconcile-exception.ts';

/** Of how many counted sales a check could tell; what could not be told is no agreement. */
export const SaleCheckCount = z.strictObject({
  kind: ExceptionKind,
  evaluated: z.int().min(0),
  notEvaluated: z.int().min(0),
});
export type SaleCheckCount = z.infer<typeof SaleCheckCount>;
