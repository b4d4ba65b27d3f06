import { z } from 'zod';
import { collectEvidence } from '../tools/fraud/collect-evidence.ts';
import { proposeBlock } from '../tools/fraud/propose-block.ts';
import { proposeClawback } from '../tools/fraud/propose-clawback.ts';
import { proposeHold } from '../tools/fraud/propose-hold.ts';
import { proposeWarning } from '../tools/fraud/propose-warning.ts';
import { scorePartners } from '../tools/fraud/score-partners.ts';
import { cardFields, letterFields } from '../tools/proposing-fields.ts';
import { defineAgent } from './define-agent.ts';

const Card = z.strictObject(cardFields);
const Letter = z.strictObject({ ...cardFields, ...letterFields });

/** Words what the fraud scores ask for. It decides nothing: who is flagged, what is proposed and every figure is code. */
export const fraud = defineAgent({
  name: 'fraud',
  prompt: 'fraud.md',
  tools: [scorePartners, collectEvidence, proposeHold, proposeClawback, proposeBlock, proposeWarning],
  outputs: {
    'commission.hold': Card,
    'commission.clawback': Card,
    'partner.block': Card,
    'partner.warn': Letter,
  },
  limits: { stepsMax: 25, proposalsMax: 8 },
});
