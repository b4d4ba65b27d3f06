import { z } from 'zod';
import { listProposals } from '../../db/queries/proposals/list-proposals.ts';
import { EFFECT_KINDS } from '../../src/domain/proposals/effect.ts';
import { defineTool } from '../define-tool.ts';

const OPEN_MAX = 5;

export const openProposals = defineTool({
  name: 'proposals_open',
  description: 'The proposals of one kind about one partner that wait for a decision.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({ partnerId: z.string().min(1).max(200), kind: z.enum(EFFECT_KINDS) }),
  arguments: { partnerId: 'REF', kind: 'CTRL' },
  output: z.object({
    proposals: z
      .array(z.object({ proposalId: z.uuid(), title: z.string(), proposedBy: z.string() }))
      .max(OPEN_MAX),
  }),
  limits: { seconds: 10 },

  async run({ partnerId, kind }, { db }) {
    const { items } = await listProposals(db, { partnerId, kind, status: 'pending', limit: OPEN_MAX });
    return {
      proposals: items.map(({ id, title, proposedBy }) => ({ proposalId: id, title, proposedBy })),
    };
  },
});
