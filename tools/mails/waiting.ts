import { z } from 'zod';
import { countMails } from '../../db/queries/mail/count-mails.ts';
import { listMails } from '../../db/queries/mail/list-mails.ts';
import { defineTool } from '../define-tool.ts';

const MAILS_MAX = 5;

export const waitingMails = defineTool({
  name: 'mails_waiting',
  description:
    'Mail that waits: counts by route and intent, and the newest that only a person can answer, without their words.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({}),
  arguments: {},
  output: z.object({
    counts: z.array(
      z.object({
        /** Null before it was read. */
        route: z.string().nullable(),
        intent: z.string().nullable(),
        status: z.string(),
        count: z.int(),
      }),
    ),
    forPerson: z
      .array(
        z.object({
          mailId: z.uuid(),
          intent: z.string().nullable(),
          partnerId: z.string().nullable(),
          receivedAt: z.iso.datetime(),
        }),
      )
      .max(MAILS_MAX),
  }),
  limits: { seconds: 10 },

  async run(_input, { db }) {
    const counts = await countMails(db);
    const newest = await listMails(db, { route: 'human', cursor: null, limit: 200 });
    return {
      counts: counts.map(({ route, intent, status, count }) => ({ route, intent, status, count })),
      forPerson: newest.items
        .filter(
          ({ direction, status }) =>
            direction === 'in' && (status === 'triaged' || status === 'needs_review'),
        )
        .slice(0, MAILS_MAX)
        .map(({ id, intent, partnerId, receivedAt }) => ({ mailId: id, intent, partnerId, receivedAt })),
    };
  },
});
