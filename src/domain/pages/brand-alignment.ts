import { z } from 'zod';

/** How a page fits a brand, each from 0 to 1 but for the sentiment. */
export const BrandAlignment = z.strictObject({
  /** How near the page's words are to the brand's own text; 0 is no relation, or nothing to compare with. */
  similarity: z.number().min(0).max(1),
  /** How often the brand or its products are named. */
  mentions: z.int().min(0),
  /** Of the sentences that name the brand or its products, from −1 to 1; null when none does. */
  sentiment: z.number().min(-1).max(1).nullable(),
  /** 1: sober; 0: shouting, superlatives, pressure. */
  tone: z.number().min(0).max(1),
  /** All of it in one number. */
  score: z.number().min(0).max(1),
});
export type BrandAlignment = z.infer<typeof BrandAlignment>;
