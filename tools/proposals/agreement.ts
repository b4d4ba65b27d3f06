import { z } from 'zod';
import { decisionCounts } from '../../db/queries/precedents/decision-counts.ts';
import { Agreement, agreementOf } from '../../src/domain/precedents/agreement.ts';
import { defineTool } from '../define-tool.ts';

const DAY_MS = 86_400_000;

export const proposalAgreement = defineTool({
  name: 'proposals_agreement',
  description: 'How often people took each kind of proposal as it was, with an interval, over some days.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({ days: z.int().min(1).max(3_650) }),
  arguments: { days: 'NUM' },
  output: z.object({ kinds: z.array(Agreement) }),
  limits: { seconds: 10 },

  async run({ days }, { db, now }) {
    const counts = await decisionCounts(db, new Date(now.getTime() - days * DAY_MS));
    return { kinds: counts.map(agreementOf) };
  },
});
