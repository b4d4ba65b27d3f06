import { z } from 'zod';
import { LOOK_NUMBERS } from './look-measure.ts';

const Swatches = z
  .array(z.strictObject({ l: z.number(), a: z.number(), b: z.number(), share: z.number() }))
  .max(16)
  .readonly();

/** One line of the comparison, side by side. */
export const LookPart = z.strictObject({
  name: z.enum(['palette', ...LOOK_NUMBERS]),
  /** Of the posts, as the mean of their pictures; null for the palette, which is shown in colours. */
  posts: z.number().nullable(),
  brand: z.number().nullable(),
  /** 1: as the brand, 0: nothing in common. */
  closeness: z.number().min(0).max(1),
});
export type LookPart = z.infer<typeof LookPart>;

/** How close a creator's pictures come to the brand's look. */
export const LookFacts = z.strictObject({
  /** Weighted mean of the parts, in [0, 1]. */
  closeness: z.number().min(0).max(1),
  parts: z.array(LookPart).max(20).readonly(),
  postsPalette: Swatches,
  brandPalette: Swatches,
  /** Pictures that could be measured. */
  pictures: z.int().min(0),
  unreadable: z.int().min(0),
});
export type LookFacts = z.infer<typeof LookFacts>;
