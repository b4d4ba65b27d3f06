import { z } from 'zod';
import { CONTENT_TYPES } from '../../../domain/pages/content-type.ts';

/** Weights that tell what a page is: small enough to be read as they are. */
export const PageWeights = z.strictObject({
  version: z.literal(1),
  /** Of the recipes and the sentences that the pages to learn from were written with. */
  pagesSha256: z.string(),
  pages: z.int(),
  /** Above 1 makes the shares more alike. */
  temperature: z.number().positive(),
  /** Below this share of the likeliest kind a page is `other`. */
  sureFrom: z.number().min(0).max(1),
  /** By name of the feature, one weight for each content type in their order; `always` is what is added to all. */
  weights: z.record(z.string(), z.array(z.number()).length(CONTENT_TYPES.length)),
});
export type PageWeights = z.infer<typeof PageWeights>;
