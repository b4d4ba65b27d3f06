import type { ParsedMail } from '../../../domain/inbox/parsed-mail.ts';
import type { Triage } from '../../../domain/inbox/triage.ts';
import { createEmbeddedEngine } from '../../../model/embedded/create-embedded-engine.ts';
import type { LanguageEngine } from '../../../model/engine.ts';
import { NO_COST } from '../../../model/no-cost.ts';

export type Script = Partial<Triage> & { readonly needsReview?: boolean };

const PLAIN: Triage = {
  messageId: null,
  language: 'en',
  intent: 'general_question',
  intents: ['general_question'],
  confidence: 0.99,
  urgency: 'normal',
  brandSensitive: false,
  mustGoToHuman: false,
  reasons: [],
  partner: null,
  slots: {
    requestedRate: null,
    orderReferences: [],
    amount: null,
    amounts: [],
    codes: [],
    deadline: null,
    deadlineAt: null,
    links: [],
  },
  injectionSuspected: false,
  route: 'draft_for_approval',
  summary: 'Asks a question about the programme.',
};

/** Words as the embedded engine does, and reads each mail as the test says. */
export function scriptedReader(read: (mail: ParsedMail) => Script): LanguageEngine {
  const engine = createEmbeddedEngine();
  const scripted: LanguageEngine = {
    ...engine,
    readMails: async (mails, { partnerOf }) =>
      mails.map((mail) => {
        const { needsReview = false, ...said } = read(mail);
        const triage = {
          ...PLAIN,
          ...said,
          intents: [said.intent ?? PLAIN.intent],
          partner: partnerOf(mail)?.partnerId ?? null,
        };
        return {
          triage,
          madeBy: { engine: 'scripted@1', prompt: null },
          needsReview,
          quotes: [],
          cost: NO_COST,
        };
      }),
    forRun: () => scripted,
  };
  return scripted;
}
