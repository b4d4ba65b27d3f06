import { z } from 'zod';

/** What a page says of itself for machines: JSON-LD, microdata, OpenGraph. */
export const StructuredFacts = z.strictObject({
  /** schema.org types, without the address, in the order of the page, each once. */
  types: z.array(z.string().max(80)).max(60),
  /** `og:type`; null when absent. */
  openGraphType: z.string().max(80).nullable(),
  siteName: z.string().max(200).nullable(),
  canonicalUrl: z.string().max(8_000).nullable(),
  description: z.string().max(2_000).nullable(),
  imageUrl: z.string().max(8_000).nullable(),
  products: z
    .array(
      z.strictObject({
        name: z.string().max(300),
        brand: z.string().max(200).nullable(),
        /** As the page writes it. */
        price: z.string().max(60).nullable(),
        currency: z.string().max(10).nullable(),
        /** As the page writes it, with the best possible: `4.5 of 5`. */
        rating: z.string().max(40).nullable(),
      }),
    )
    .max(50),
});
export type StructuredFacts = z.infer<typeof StructuredFacts>;
