import { z } from 'zod';
import { appendAudit } from '../../../../db/queries/audit/append-audit.ts';
import { readAgain } from '../../../../db/queries/connectors/read-again.ts';
import { inTransaction } from '../../../../db/transaction.ts';
import { Refusal } from '../../../domain/errors.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const readAgainRoute = defineApiRoute({
  method: 'post',
  path: '/api/connections/:system/streams/:stream/read',
  role: 'approver',
  tag: 'connections',
  summary:
    'Read a stream of a connected system at once: from its beginning where records were set aside, which changes nothing that was loaded.',
  params: z.strictObject({ system: textIn(100), stream: textIn(100) }),
  answer: z.strictObject({ system: z.string(), stream: z.string(), nextAt: z.iso.datetime() }),
  status: 202,
  async handle({ params, by }, { pools, now }) {
    const at = now();
    const { system, stream } = params;
    await inTransaction(pools.app, async (transaction) => {
      const outcome = await readAgain(transaction, params, at);
      if (outcome === 'unknown')
        throw new Refusal('source_unknown', `Nothing called ${stream} is read of ${system}.`);
      if (outcome === 'reading')
        throw new Refusal('reading_under_way', `${stream} of ${system} is being read at the moment.`);
      await appendAudit(transaction, {
        at,
        actor: by.name,
        action: 'connection.read-again',
        subject: system,
        facts: { stream },
      });
    });
    return { system, stream, nextAt: at.toISOString() };
  },
});
