import { z } from 'zod';

/** The words by which a page says that links or products are paid for. */
export const Disclosure = z.strictObject({
  /** `top`: before the main text or in its first fifth; `near-links`: beside a paid link; `end`: after; `elsewhere`: footer, margin. */
  where: z.enum(['top', 'near-links', 'within', 'end', 'elsewhere']),
  kind: z.enum(['affiliate', 'sponsored', 'gifted']),
  /** The sentence itself, a real part of the page. */
  words: z.string().max(500),
});
export type Disclosure = z.infer<typeof Disclosure>;
