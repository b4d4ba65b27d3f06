import { z } from 'zod';

/** What was measured on one picture. Colours in CIELAB. */
export const LookMeasure = z.strictObject({
  /** Main colours, largest share first; shares sum to 1. */
  palette: z
    .array(z.strictObject({ l: z.number(), a: z.number(), b: z.number(), share: z.number() }))
    .min(1)
    .max(8),
  /** Mean lightness, in [0, 100]. */
  lightness: z.number(),
  /** Standard deviation of lightness: contrast. */
  contrast: z.number(),
  /** Mean distance from grey. */
  chroma: z.number(),
  /** Mean of b*: below 0 cool, above 0 warm. */
  warmth: z.number(),
  /** Share of pixels on an edge, in [0, 1]: how busy it is. */
  busyness: z.number(),
  /** Share of the picture in calm areas, in [0, 1]. */
  emptiness: z.number(),
  /** Where its detail lies from the middle, in [0, 1]: 0 in the middle, 1 in the corners. */
  offCentre: z.number(),
});
export type LookMeasure = z.infer<typeof LookMeasure>;

/** The measures that are one number each, in the order in which they are shown. */
export const LOOK_NUMBERS = [
  'lightness',
  'contrast',
  'chroma',
  'warmth',
  'busyness',
  'emptiness',
  'offCentre',
] as const satisfies readonly (keyof LookMeasure)[];
export type LookNumber = (typeof LOOK_NUMBERS)[number];
