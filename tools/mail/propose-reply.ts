import { z } from 'zod';
import { LETTER_LANGUAGES } from '../../src/domain/inbox/own-words.ts';
import { hasSubject, replySubject } from '../../src/domain/inbox/reply-subject.ts';
import { isoLanguage } from '../../src/domain/text/iso-language.ts';
import { wordsLanguage } from '../../src/domain/text/words-language.ts';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { letterArguments, letterFields } from '../proposing-fields.ts';
import { cardWords } from './case/card-words.ts';
import { mailArguments, mailInput } from './case/mail-input.ts';
import { openMailCase } from './case/open-mail-case.ts';
import { answerKey, notCalledFor, putMailWish } from './case/put-mail-wish.ts';
import { replyHead } from './case/reply-head.ts';

const KIND = 'mail.reply';

export const proposeReply = defineTool({
  name: 'mail_propose_reply',
  description:
    'Propose an answer to a mail whose sender may be answered. The address comes from our own rows. A person decides, or the policy where it lists the intent.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({
    ...mailInput,
    ...letterFields,
    by: z
      .enum(['template', 'model', 'person'])
      .describe('Who wrote the words: a template of ours, a language model, or the person who sent it back.'),
  }),
  arguments: { ...mailArguments, ...letterArguments, by: 'CTRL' },
  output: Proposed,
  limits: { seconds: 60 },

  async run(input, context) {
    const mailCase = await openMailCase(context, input.mailId, input.asOf);
    const { mail, state, plan } = mailCase;
    const isPersons = input.by === 'person' && input.answers !== null;
    if (plan.answer !== 'reply' && !isPersons)
      return notCalledFor(KIND, 'This mail calls for no answer of ours.');
    if (plan.answer === 'hand-over' && plan.reasons.includes('phishing')) {
      return notCalledFor(KIND, 'What fishes for something is never answered.');
    }
    if (state.answerAddress === null)
      return notCalledFor(KIND, 'There is no address that an answer may go to.');
    const language = languageOf(input.body, mail.triage?.language ?? 'en', isPersons);
    const { inReplyTo, references } = replyHead(mail);
    const automatic = plan.answer === 'reply' && plan.automatic && input.by === 'template';
    const isProven = mail.parsed?.authentication.dmarc === 'pass';
    const goesBack = state.answerAddress === mail.fromAddress.toLowerCase();
    const keepsTheirs = hasSubject(mail.subject) && goesBack && (isProven || !automatic);
    return putMailWish(
      {
        effect: {
          kind: KIND,
          partnerId: state.partnerId,
          mailId: mail.mailId,
          to: state.answerAddress,
          subject: replySubject({ ours: input.subject, keepsTheirs }),
          body: input.body,
          language,
          inReplyTo,
          references,
          isTemplate: input.by !== 'model',
          automatic,
        },
        ...cardWords(mailCase, input),
        evidence: [],
        money: null,
        dedupeKey: answerKey(mail.mailId),
      },
      mailCase,
      input,
      context,
    );
  },
});

/** A person's words may be in another language than the mail; our letters are in its own, or in English. */
function languageOf(body: string, ofMail: string, isPersons: boolean): string {
  if (isPersons) return wordsLanguage(body) ?? isoLanguage(ofMail) ?? 'en';
  return LETTER_LANGUAGES.includes(ofMail) ? ofMail : 'en';
}
