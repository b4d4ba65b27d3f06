import { z } from 'zod';

/** What a page is compared with. */
export const BrandProfile = z.strictObject({
  /** Empty when it is not known: then only the products are looked for. */
  name: z.string().max(200),
  /** What it sells and stands for, in its own words, of which the first 600 characters count; empty: no similarity. */
  text: z.string().max(20_000),
  /** Names that count as naming the brand. */
  products: z.array(z.string().min(1).max(200)).max(1_000),
});
export type BrandProfile = z.infer<typeof BrandProfile>;
