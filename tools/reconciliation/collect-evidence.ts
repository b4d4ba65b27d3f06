import { z } from 'zod';
import { RETURN_KINDS } from '../../src/domain/reconciliation/return-kinds.ts';
import { defineTool } from '../define-tool.ts';
import { openReturnCase } from './case/open-return-case.ts';
import { returnFacts } from './case/return-facts.ts';

export const collectEvidence = defineTool({
  name: 'reconciliation_collect_evidence',
  description:
    'What came back of one partner’s orders on one network: before the lock, after it, paid all the same, and what that asks for.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({ caseKey: z.string().min(3).max(200) }),
  arguments: { caseKey: 'REF' },
  output: z.object({
    /** Figures, by the names that the prompt uses. */
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    kinds: z.array(z.enum(RETURN_KINDS)),
  }),
  limits: { seconds: 60 },

  async run({ caseKey }, context) {
    const found = await openReturnCase(context, caseKey);
    return {
      facts: returnFacts(found),
      kinds: RETURN_KINDS.filter((kind) => found.groups.some((group) => group.kind === kind)),
    };
  },
});
