import { z } from 'zod';
import { MoneyJson } from '../money/micros.ts';
import { LookFacts } from '../vetting/look/look-facts.ts';

const Text = z.string().max(2_000);
const Interval = z.tuple([z.number(), z.number()]).nullable();

/** One number with what it is compared with. `value` null: could not be computed, and `note` says why. */
export const Figure = z.strictObject({
  type: z.literal('figure'),
  name: z.string().max(80),
  label: Text,
  value: z.number().nullable(),
  unit: z.enum(['share', 'seconds', 'count', 'ratio', 'money', 'z']),
  currency: z.string().max(3).nullable(),
  baseline: z.number().nullable(),
  /** 95 % interval of the value. */
  interval: Interval,
  qValue: z.number().min(0).max(1).nullable(),
  note: Text.nullable(),
});

/** One test that was tried. `not_evaluated` never counts as a pass. */
export const Signal = z.strictObject({
  type: z.literal('signal'),
  name: z.string().max(80),
  family: z.string().max(40),
  state: z.enum(['hit', 'pass', 'not_evaluated']),
  sentence: Text,
  value: z.number().nullable(),
  baseline: z.number().nullable(),
  interval: Interval,
  qValue: z.number().min(0).max(1).nullable(),
});

/** Share of conversions per time-to-conversion bin, this partner over its stratum. Bins are seconds, half open. */
export const Histogram = z.strictObject({
  type: z.literal('histogram'),
  question: Text,
  stratum: z.string().max(200),
  partnerCount: z.int().min(0),
  medianSeconds: z.number().nullable(),
  bins: z
    .array(
      z.strictObject({
        fromSeconds: z.number(),
        toSeconds: z.number(),
        partnerShare: z.number(),
        stratumShare: z.number(),
      }),
    )
    .max(60),
});

/** The thirty-day windows behind "consistently", newest first. */
export const Windows = z.strictObject({
  type: z.literal('windows'),
  rows: z
    .array(
      z.strictObject({
        from: z.iso.datetime(),
        to: z.iso.datetime(),
        conversions: z.int(),
        fast: z.int(),
        counts: z.boolean(),
      }),
    )
    .max(12),
});

/** A sample of the orders concerned; all of them are at `GET /api/proposals/:id/lines`. */
export const Orders = z.strictObject({
  type: z.literal('orders'),
  count: z.int().min(0),
  money: MoneyJson,
  sample: z
    .array(
      z.strictObject({
        network: z.string().max(200),
        conversionId: z.string().max(200),
        orderId: z.string().max(200).nullable(),
        convertedAt: z.iso.datetime(),
        ttcSeconds: z.number().nullable(),
        inCart: z.boolean().nullable(),
        commission: MoneyJson,
      }),
    )
    .max(25),
});

/** A stranger's words: a real substring of a stored document, rendered as text in a marked block. */
export const Quote = z.strictObject({
  type: z.literal('quote'),
  text: Text,
  documentId: z.string().max(200),
  start: z.int().min(0),
  end: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A sentence of ours: what the partner can answer, what was not checked. */
export const Note = z.strictObject({
  type: z.literal('note'),
  title: z.string().max(120),
  text: z.string().max(4_000),
});

const Places = z.array(z.int().min(1).max(100)).max(100);

/** An applicant's pictures beside the brand's reference board. The pictures themselves stand at addresses of ours, re-encoded. */
export const Look = z.strictObject({
  type: z.literal('look'),
  applicationId: z.uuid(),
  look: LookFacts,
  /** Below it the flag `off_brand_aesthetic` is raised. */
  limit: z.number().min(0).max(1),
  /** Palettes apart, CIEDE2000. */
  paletteDistance: z.number().min(0),
  /** Places of the posts and of the board whose pictures can be shown. */
  posts: Places,
  board: Places,
  isBoardSimulated: z.boolean(),
});

export const Evidence = z.discriminatedUnion('type', [
  Look,
  Figure,
  Signal,
  Histogram,
  Windows,
  Orders,
  Quote,
  Note,
]);
export type Evidence = z.infer<typeof Evidence>;
