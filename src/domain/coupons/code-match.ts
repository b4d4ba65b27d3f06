import { z } from 'zod';

const Text = z.string().max(500);

/** One row of the internal code table. */
export const TableCode = z.strictObject({
  code: Text.min(1),
  /** Public, newsletter, staff, influencer, partner-exclusive. */
  channel: Text.nullable().default(null),
  owner: Text.nullable().default(null),
  /** Who may show it; `*` is everybody. */
  allowed_publishers: z.array(Text).max(10_000).default([]),
});
export type TableCode = z.infer<typeof TableCode>;

/** What a page, a mail or a person showed. */
export const Sighting = z.strictObject({
  observed: Text,
  publisher: Text.nullish(),
  context: z.string().max(5_000).nullish(),
});
export type Sighting = z.infer<typeof Sighting>;

/**
 * How a sighting was matched. `exact`: character by character; `normalised`: after case, spacing, accents, other
 * alphabets; `look_alike`: letters and digits that look alike, leet; `mask`: part of it was hidden; `near`: one slip;
 * `none`: no code of the table is meant.
 */
export const MatchHow = z.enum(['exact', 'normalised', 'look_alike', 'mask', 'near', 'none']);

export const CodeMatch = z.strictObject({
  observed: z.string(),
  /** The code that is meant; null when none is likely enough. */
  match: z.string().nullable(),
  /** Every code that could be meant, the likeliest first. */
  candidates: z.array(z.string()).max(50),
  /** That `match` is meant, in [0, 1]; without a match, that the first candidate is. */
  probability: z.number().min(0).max(1),
  how: MatchHow,
});
export type CodeMatch = z.infer<typeof CodeMatch>;
