import { z } from 'zod';
import { findSenderPartner } from '../../db/queries/mail/find-sender-partner.ts';
import { readMail as readStored } from '../../db/queries/mail/read-mail.ts';
import { Refusal } from '../../src/domain/errors.ts';
import { ReceivedMail } from '../../src/domain/inbox/received-mail.ts';
import { defineTool } from '../define-tool.ts';

export const readMail = defineTool({
  name: 'mail_read_mail',
  description:
    'One mail as its sender wrote it, for the quarantined reader, with the sender’s partner row and nothing else of ours.',
  effect: 'reads',
  // The id of the sender's own row, and whether a person answers it: no figure.
  exposure: { strangersText: true, privateData: false },
  input: z.strictObject({ mailId: z.uuid() }),
  arguments: { mailId: 'REF' },
  output: z.object({
    /** Null when it could not be read. */
    mail: ReceivedMail.nullable(),
    /** By our own look-up; null when the sender is no partner. */
    sender: z.object({ partnerId: z.string(), isTierOne: z.boolean() }).nullable(),
  }),
  limits: { seconds: 20 },

  async run({ mailId }, { db }) {
    const stored = await readStored(db, mailId);
    if (stored === null || stored.direction !== 'in') {
      throw new Refusal('mail_unknown', 'There is no such mail.', { mailId });
    }
    const sender = await findSenderPartner(db, stored);
    return {
      mail: stored.parsed,
      sender: sender && { partnerId: sender.partnerId, isTierOne: sender.isTierOne },
    };
  },
});
