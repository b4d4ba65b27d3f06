import type { Triage } from '../../domain/inbox/triage.ts';
import { createEmbeddedEngine } from '../embedded/create-embedded-engine.ts';
import type { LanguageEngine } from '../engine.ts';
import { NO_COST } from '../no-cost.ts';

const UNSURE: Triage = {
  messageId: null,
  language: 'en',
  intent: 'general_other',
  intents: ['general_other'],
  confidence: 0.4,
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
  route: 'human',
  summary: 'Unsure: Writes without asking for anything we handle.',
};

/** The embedded engine, but for mail: it makes the same of each, by default that it cannot tell. */
export function embeddedWith(triage: Partial<Triage> = {}): LanguageEngine {
  const engine: LanguageEngine = {
    ...createEmbeddedEngine(),
    readMails: async (mails) =>
      mails.map(({ messageId }) => ({
        triage: { ...UNSURE, ...triage, messageId },
        madeBy: { engine: 'embedded@1', prompt: null },
        needsReview: false,
        quotes: [],
        cost: NO_COST,
      })),
    forRun: () => engine,
  };
  return engine;
}
