import { z } from 'zod';
import { proposeExtension } from '../tools/locks/propose-extension.ts';
import { cardFields } from '../tools/proposing-fields.ts';
import { collectEvidence } from '../tools/reconciliation/collect-evidence.ts';
import { proposeClawback } from '../tools/reconciliation/propose-clawback.ts';
import { proposeCorrection } from '../tools/reconciliation/propose-correction.ts';
import { defineAgent } from './define-agent.ts';

const Card = z.strictObject(cardFields);

/** Words what returns ask for. It reckons nothing: which orders, how much and what a network is told is code. */
export const reconciliation = defineAgent({
  name: 'reconciliation',
  prompt: 'reconciliation.md',
  tools: [collectEvidence, proposeCorrection, proposeClawback, proposeExtension],
  outputs: { 'commission.correct': Card, 'commission.clawback': Card },
  limits: { stepsMax: 25, proposalsMax: 8 },
});
