import { z } from 'zod';
import { percentWords } from '../../src/domain/answers/percent-words.ts';
import { AskedFact } from '../../src/domain/applications/asked-fact.ts';
import { defineTool } from '../define-tool.ts';
import { openApplicationCase } from './case/open-application-case.ts';

export const gatherContext = defineTool({
  name: 'applications_gather_context',
  description:
    'What vetting’s decision about one application calls for, and our figures for the letter. None of the applicant’s words.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({ applicationId: z.uuid(), asOf: z.iso.datetime() }),
  arguments: { applicationId: 'REF', asOf: 'NUM' },
  output: z.object({
    wish: z.enum(['accept', 'decline', 'ask']),
    missing: z.array(AskedFact).max(10),
    /** Of the letter, ISO 639-1. */
    language: z.string().max(3),
    /** Figures and closed words, by the names that the prompts use. */
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  }),
  limits: { seconds: 30 },

  async run({ applicationId, asOf }, context) {
    const { plan, group, terms, code, letterLanguage } = await openApplicationCase(
      context,
      applicationId,
      asOf,
    );
    return {
      wish: plan.wish,
      missing: [...plan.missing],
      language: letterLanguage,
      facts: {
        group,
        rate: terms.rateBps === null ? null : percentWords(terms.rateBps),
        code,
        missing: plan.missing.length === 0 ? 'figures' : plan.missing.join(' '),
        language: letterLanguage,
      },
    };
  },
});
