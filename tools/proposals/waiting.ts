import { z } from 'zod';
import { countWaiting } from '../../db/queries/proposals/count-waiting.ts';
import { oldestWaiting } from '../../db/queries/proposals/oldest-waiting.ts';
import { MoneyJson } from '../../src/domain/money/micros.ts';
import { EFFECT_KINDS } from '../../src/domain/proposals/effect.ts';
import { defineTool } from '../define-tool.ts';

const OLDEST_MAX = 5;

export const waitingProposals = defineTool({
  name: 'proposals_waiting',
  description: 'What waits for a decision: counts and money by kind, and the ones that have waited longest.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({ kind: z.enum(EFFECT_KINDS).nullable() }),
  arguments: { kind: 'CTRL' },
  output: z.object({
    kinds: z.array(z.object({ kind: z.string(), count: z.int(), money: z.array(MoneyJson) })),
    oldest: z
      .array(
        z.object({
          proposalId: z.uuid(),
          kind: z.string(),
          title: z.string(),
          createdAt: z.iso.datetime(),
          expiresAt: z.iso.datetime(),
        }),
      )
      .max(OLDEST_MAX),
  }),
  limits: { seconds: 10 },

  async run({ kind }, { db }) {
    const waiting = (await countWaiting(db)).filter((row) => kind === null || row.kind === kind);
    const oldest = await oldestWaiting(db, { kind, limit: OLDEST_MAX });
    return {
      kinds: [...Map.groupBy(waiting, (row) => row.kind)].map(([of, rows]) => ({
        kind: of,
        count: rows.reduce((sum, { count }) => sum + count, 0),
        money: rows.flatMap(({ micros, currency }) =>
          micros === null || currency === null ? [] : [{ micros, currency }],
        ),
      })),
      oldest: oldest.map((row) => ({
        proposalId: row.proposal_id,
        kind: row.kind,
        title: row.title,
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
      })),
    };
  },
});
