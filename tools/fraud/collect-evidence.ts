import { z } from 'zod';
import { FRAUD_KINDS } from '../../src/domain/fraud/fraud-kinds.ts';
import { Evidence } from '../../src/domain/proposals/evidence.ts';
import { defineTool } from '../define-tool.ts';
import { caseEvidence } from './case/case-evidence.ts';
import { caseFacts } from './case/case-facts.ts';
import { caseNotes } from './case/case-notes.ts';
import { openCase } from './case/open-case.ts';
import { suspectOrders } from './case/suspect-orders.ts';

export const collectEvidence = defineTool({
  name: 'fraud_collect_evidence',
  description:
    'Everything that speaks for and against one partner: figures beside comparable partners, every rule tried, windows, suspect orders, and what the verdict asks for.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({ partnerId: z.string().min(1).max(200), asOf: z.iso.datetime() }),
  arguments: { partnerId: 'REF', asOf: 'NUM' },
  output: z.object({
    partnerId: z.string(),
    /** Figures and our own words, by the names that the prompt uses. */
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    /** What the verdict asks a person to decide, as far as there is something to do. */
    kinds: z.array(z.enum(FRAUD_KINDS)),
    evidence: z.array(Evidence).max(80),
  }),
  limits: { seconds: 60 },

  async run({ partnerId, asOf }, context) {
    const fraudCase = await openCase(context, partnerId, asOf);
    return {
      partnerId,
      facts: caseFacts(fraudCase),
      kinds: [...fraudCase.kinds],
      evidence: [...caseEvidence(fraudCase), ...suspectOrders(fraudCase), ...caseNotes(fraudCase, null)],
    };
  },
});
