import { z } from 'zod';
import { waitingMails } from '../tools/mails/waiting.ts';
import { findPartners } from '../tools/partners/find.ts';
import { partnerStatus } from '../tools/partners/status.ts';
import { programmeStatus } from '../tools/programme/status.ts';
import { proposalAgreement } from '../tools/proposals/agreement.ts';
import { explainProposal } from '../tools/proposals/explain.ts';
import { openProposals } from '../tools/proposals/open.ts';
import { waitingProposals } from '../tools/proposals/waiting.ts';
import { recentReceipts } from '../tools/receipts/recent.ts';
import { latestRuns } from '../tools/runs/latest.ts';
import { defineAgent } from './define-agent.ts';

/** Words what was looked up for a person who asks in the chat. What is looked up is fixed before; it only reads. */
export const chat = defineAgent({
  name: 'chat',
  prompt: 'chat.md',
  tools: [
    findPartners,
    partnerStatus,
    waitingProposals,
    openProposals,
    explainProposal,
    proposalAgreement,
    latestRuns,
    recentReceipts,
    waitingMails,
    programmeStatus,
  ],
  outputs: { answer: z.strictObject({ text: z.string().min(1).max(6_000) }) },
  limits: { stepsMax: 4, proposalsMax: 0 },
});
