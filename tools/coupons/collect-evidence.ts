import { z } from 'zod';
import { writtenLanguage } from '../../db/queries/partners/written-language.ts';
import { letterLanguage } from '../../src/domain/inbox/letter-language.ts';
import { LeakFacts, LeakVerdict } from '../../src/domain/leaks/leak-facts.ts';
import { LEAK_KINDS } from '../../src/domain/leaks/plan-leak.ts';
import { velocityOf } from '../../src/domain/leaks/velocity-of.ts';
import { moneyWords } from '../../src/domain/money/money-words.ts';
import { defineTool } from '../define-tool.ts';
import { openLeakCase } from './case/open-leak-case.ts';

export const collectEvidence = defineTool({
  name: 'coupons_collect_evidence',
  description:
    'What our own records say about one code of ours that a page shows: owner, use, who gained, the verdict and what it asks for. None of the page’s words.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({ sightingId: z.uuid(), asOf: z.iso.datetime() }),
  arguments: { sightingId: 'REF', asOf: 'NUM' },
  output: z.object({
    code: z.string().max(200),
    verdict: LeakVerdict,
    reasons: z.array(z.string()).max(20),
    facts: LeakFacts,
    kinds: z.array(z.enum(LEAK_KINDS)).max(6),
    /** Figures and sentences of ours, by the names that the prompt uses. */
    words: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  }),
  limits: { seconds: 60 },

  async run({ sightingId, asOf }, context) {
    const leak = await openLeakCase(context, sightingId, asOf);
    const { code, verdict, reasons, facts, plan, othersCommission, sighting } = leak;
    const velocity = velocityOf(facts, context.policy.leaks);
    const reader = plan.letterTo === null ? null : await writtenLanguage(context.db, plan.letterTo);
    return {
      code,
      verdict,
      reasons: [...reasons],
      facts,
      kinds: [...plan.kinds],
      words: {
        code,
        // From our own list of sources, or the address that the source led to.
        site: sighting.publisher,
        verdict,
        reasons: reasons.join(' '),
        codeKind: facts.codeKind,
        orders: facts.orders,
        ownerOrders: facts.ownerOrders,
        siteOrders: facts.siteOrders,
        velocity: velocity === null ? null : velocity.toFixed(1),
        leaks: facts.earlierLeaks + 1,
        othersCommission: othersCommission.micros === '0' ? null : moneyWords(othersCommission),
        // Of the letter, where there is one.
        letterLanguage: reader === null ? 'en' : letterLanguage(reader.written, reader.country),
        seenDay: sighting.first_seen_at.toISOString().slice(0, 10),
      },
    };
  },
});
