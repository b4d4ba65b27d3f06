import { z } from 'zod';

/**
 * Where on a page a code stood. `structured`: JSON-LD or microdata; `state`: a JSON object for scripts; `attribute`: `data-*`,
 * a copy button, a hidden input; `element`: an element that is made for a code; `text`: a sentence; `table`: a column of codes;
 * `image`: an image's description; `comment`, `template`: not shown to readers.
 */
export const SeenHow = z.enum([
  'structured',
  'state',
  'attribute',
  'element',
  'text',
  'table',
  'image',
  'comment',
  'template',
]);
export type SeenHow = z.infer<typeof SeenHow>;

/** One voucher code that a page shows. Everything in it is a stranger's words. */
export const SeenCode = z.strictObject({
  /** As it stands there, without the spaces around it. */
  code: z.string().min(1).max(60),
  /** The shop that takes it; null when the page does not say. */
  merchant: z.string().min(1).max(120).nullable(),
  /** In the page's words, `20 % off`; null when it does not say. */
  discount: z.string().min(1).max(120).nullable(),
  /** Minimum spend, new customers, categories; null when none are said. */
  terms: z.string().min(1).max(300).nullable(),
  /** The last day, ISO 8601; null when the page gives none that can be dated. */
  expires: z.iso.date().nullable(),
  /** Part of the code is hidden or cut off. */
  masked: z.boolean(),
  /** Expired, struck through, withdrawn or hidden: not to be reported as live. */
  retired: z.boolean(),
  how: SeenHow,
  /** What stood around it, at most 300 characters. */
  quote: z.string().max(300),
});
export type SeenCode = z.infer<typeof SeenCode>;
