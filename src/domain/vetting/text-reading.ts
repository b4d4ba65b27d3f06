import { z } from 'zod';
import { DECLINING_FLAGS } from './decide.ts';
import { type Finding, VettingFlag } from './flag.ts';

/** Flags that words alone can raise; all others need figures, pictures or company. */
export const READ_FLAGS = [
  'comment_spam',
  'identity_verification_needed',
  'impersonation',
  'competitor_exclusive',
  'undisclosed_ads',
  'minor',
  'health_claim',
  'financial_claim',
  'crypto_scam',
  'gambling',
  'adult',
  'weapons',
  'alcohol_tobacco',
  'hate_or_slur',
  'political',
  'brand_attack',
  'off_topic',
  'market_mismatch',
  'injection',
  'unreachable',
] as const satisfies readonly VettingFlag[];
export const ReadFlag = VettingFlag.extract(READ_FLAGS);
export type ReadFlag = z.infer<typeof ReadFlag>;

/** What a learnt reader says of one application's words, beside the word lists. */
export const TextReading = z.strictObject({
  /** Said clearly enough to stand alone; chance in [0, 1]. */
  found: z.array(z.strictObject({ flag: ReadFlag, chance: z.number().min(0).max(1) })),
  /** So unlikely that a word list's hit alone does not count. */
  dismissed: z.array(ReadFlag),
});
export type TextReading = z.infer<typeof TextReading>;

/** How the page names what the reader found. */
const WORDS: Readonly<Record<ReadFlag, string>> = {
  comment_spam: 'comments that are bought, swapped or made by machine',
  identity_verification_needed: 'somebody else applying, owning or being paid',
  impersonation: 'speaking as somebody else or as a brand',
  competitor_exclusive: 'being tied to another brand',
  undisclosed_ads: 'advertising that is not marked as such',
  minor: 'a writer under age',
  health_claim: 'promises about health',
  financial_claim: 'promises of easy money',
  crypto_scam: 'a lure with coins or trading',
  gambling: 'gambling or betting',
  adult: 'adult content',
  weapons: 'weapons',
  alcohol_tobacco: 'alcohol, tobacco or other drugs',
  hate_or_slur: 'contempt for a group of people',
  political: 'party politics or campaigns',
  brand_attack: 'attacks on brands or threats of bad reviews',
  off_topic: 'another trade than the shop’s',
  market_mismatch: 'an audience far from the shop’s market',
  injection: 'orders to a machine that might read it',
  unreachable: 'a profile or writer that cannot be reached',
};

/** Said of a flag that would decline, had a rule raised it. */
const LOOK_FIRST = ' No rule says so, so nobody is turned away by it: a person looks.';

/** The word lists' findings and the reader's together: hits that it dismisses go, and what it alone found comes. */
export function withReading(findings: readonly Finding[], reading: TextReading): Finding[] {
  const dismissed = new Set<VettingFlag>(reading.dismissed);
  const kept = findings.filter(({ flag }) => !dismissed.has(flag));
  const named = new Set(kept.map(({ flag }) => flag));
  return [
    ...kept,
    ...reading.found
      .filter(({ flag }) => !named.has(flag))
      .map(({ flag, chance }) => ({
        flag,
        sentence: `Its words sound like ${WORDS[flag]} (${Math.round(100 * chance)} % by what was learnt from labelled applications).${DECLINING_FLAGS.has(flag) ? LOOK_FIRST : ''}`,
      })),
  ];
}
