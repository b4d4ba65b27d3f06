import { z } from 'zod';
import { Intent } from './intent.ts';
import { Route } from './route.ts';
import { Urgency } from './urgency.ts';

const Word = z.string().max(2_000);
const Words = z.array(Word).max(50);

/** Figures and names that a mail claims, as written; null or empty when it names none. */
export const Slots = z.strictObject({
  requestedRate: Word.nullable(),
  orderReferences: Words,
  amount: Word.nullable(),
  amounts: Words,
  codes: Words,
  /** As written. */
  deadline: Word.nullable(),
  /** The first reading of `deadline`, ISO 8601 UTC; null when it has none. */
  deadlineAt: z.iso.datetime().nullable(),
  links: Words,
});
export type Slots = z.infer<typeof Slots>;

/** What triage says of one mail. */
export const Triage = z.strictObject({
  messageId: z.string().nullable(),
  /** ISO 639-1; `und` when nothing tells. */
  language: z.string(),
  intent: Intent,
  /** The leading intent first, then others that stand in it too. */
  intents: z.array(Intent).min(1),
  /** Calibrated chance that `intent` is right, in [0, 1]. */
  confidence: z.number().min(0).max(1),
  urgency: Urgency,
  brandSensitive: z.boolean(),
  mustGoToHuman: z.boolean(),
  /** Sentences, ours. */
  reasons: z.array(z.string()),
  /** A partner's id by our own look-up; null when unknown. */
  partner: z.string().nullable(),
  slots: Slots,
  injectionSuspected: z.boolean(),
  route: Route,
  /** Ours: figures and closed words, never a stranger's sentence. */
  summary: z.string(),
});
export type Triage = z.infer<typeof Triage>;
