import { z } from 'zod';
import { collectEvidence } from '../tools/coupons/collect-evidence.ts';
import { proposeBlacklist } from '../tools/coupons/propose-blacklist.ts';
import { proposeOffboard } from '../tools/coupons/propose-offboard.ts';
import { proposeReissue } from '../tools/coupons/propose-reissue.ts';
import { proposeRetire } from '../tools/coupons/propose-retire.ts';
import { proposeWarning } from '../tools/coupons/propose-warning.ts';
import { proposeZeroNonOwner } from '../tools/coupons/propose-zero-non-owner.ts';
import { cardFields, letterFields } from '../tools/proposing-fields.ts';
import { defineAgent } from './define-agent.ts';

const LIMITS = { stepsMax: 25, proposalsMax: 6 };
const Card = z.strictObject(cardFields);
const Letter = z.strictObject({ ...cardFields, ...letterFields });

/** Words what leaks ask for. It sees no page: codes, verdicts and every figure are code. */
export const couponWatch = defineAgent({
  name: 'coupon-watch',
  prompt: 'coupon-watch.md',
  tools: [
    collectEvidence,
    proposeRetire,
    proposeReissue,
    proposeZeroNonOwner,
    proposeBlacklist,
    proposeWarning,
    proposeOffboard,
  ],
  outputs: {
    'code.retire': Card,
    'code.reissue': Card,
    'commission.zero-non-owner': Card,
    'site.blacklist': Card,
    'partner.warn': Letter,
    'partner.offboard': Letter,
  },
  limits: LIMITS,
});

const Words = Letter.pick({ subject: true, body: true });
const translated = (language: string) =>
  defineAgent({
    name: `coupon-watch-${language}`,
    prompt: `coupon-watch/${language}.md`,
    tools: [],
    outputs: { 'partner.warn': Words, 'partner.offboard': Words },
    limits: LIMITS,
  });

/** Who words the letters in a language, subject and body alone: the card stays in the manager's. English has no other. */
const LETTERS: Readonly<Record<string, ReturnType<typeof translated>>> = {
  de: translated('de'),
  fr: translated('fr'),
  es: translated('es'),
  it: translated('it'),
  pt: translated('pt'),
  nl: translated('nl'),
};

/** Null where the English letter goes out. */
export const couponLettersIn = (language: string): ReturnType<typeof translated> | null =>
  LETTERS[language] ?? null;
