import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { answerWords } from './case/answer-words.ts';
import { MailWish } from './case/mail-wish.ts';
import { openMailCase } from './case/open-mail-case.ts';

export const gatherContext = defineTool({
  name: 'mail_gather_context',
  description:
    'What one mail, already understood, calls for, and the figures of its sender’s own partner row to answer it with. None of the mail’s words.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({ mailId: z.uuid(), asOf: z.iso.datetime() }),
  arguments: { mailId: 'REF', asOf: 'NUM' },
  output: z.object({
    wishes: z.array(MailWish).max(4),
    /** The letter that answers it; null when none does. */
    topic: z.string().max(40).nullable(),
    /** ISO 639-1, or `und`. */
    language: z.string().max(3),
    /** Which engine read the mail; `none` when it could not be read. */
    readBy: z.object({ engine: z.string(), prompt: z.string().nullable() }),
    /** Figures and closed words, by the names that the prompts use. */
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  }),
  limits: { seconds: 30 },

  async run({ mailId, asOf }, context) {
    const mailCase = await openMailCase(context, mailId, asOf);
    const { plan } = mailCase;
    return {
      wishes: [
        ...(plan.answer === 'none' ? [] : [plan.answer]),
        ...(plan.raisesRate ? (['rate'] as const) : []),
        ...(plan.checksPayout ? (['payout'] as const) : []),
      ],
      topic: plan.answer === 'reply' ? plan.topic : null,
      language: mailCase.mail.triage?.language ?? 'en',
      readBy: mailCase.mail.triage?.madeBy ?? { engine: 'none', prompt: null },
      facts: answerWords(mailCase),
    };
  },
});
