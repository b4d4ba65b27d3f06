import { z } from 'zod';
import { StoredMail, StoredTriage } from '../../../src/domain/inbox/stored-mail.ts';

/** What `toMail` reads, for a select list over `mail m`. */
export const MAIL_COLUMNS = `m.mail_id, m.thread_id, m.direction, m.source, m.received_at, m.sent_at, m.message_id,
       m.is_message_id_repeated, m.from_address, m.from_name, m.to_addresses, m.subject, m.parsed, m.unreadable, m.raw_sha256,
       m.raw_size_bytes::int as raw_size_bytes, m.status, m.triage, m.partner_id, m.intent, m.route, m.action_id, m.is_simulated`;

const shape = StoredMail.shape;
const MailRow = z.object({
  mail_id: shape.mailId,
  thread_id: shape.threadId,
  direction: shape.direction,
  source: shape.source,
  received_at: shape.receivedAt,
  sent_at: shape.sentAt,
  message_id: shape.messageId,
  is_message_id_repeated: shape.isMessageIdRepeated,
  from_address: shape.fromAddress,
  from_name: shape.fromName,
  to_addresses: shape.toAddresses,
  subject: shape.subject,
  parsed: shape.parsed,
  unreadable: shape.unreadable,
  raw_sha256: shape.rawSha256,
  raw_size_bytes: shape.rawSizeBytes,
  status: shape.status,
  triage: z.unknown(),
  partner_id: shape.partnerId,
  intent: shape.intent,
  route: shape.route,
  action_id: shape.actionId,
  is_simulated: shape.isSimulated,
});

/** A row of the table as the domain knows it. */
export function toMail(raw: unknown): StoredMail {
  const row = MailRow.parse(raw);
  return {
    mailId: row.mail_id,
    threadId: row.thread_id,
    direction: row.direction,
    source: row.source,
    receivedAt: row.received_at,
    sentAt: row.sent_at,
    messageId: row.message_id,
    isMessageIdRepeated: row.is_message_id_repeated,
    fromAddress: row.from_address,
    fromName: row.from_name,
    toAddresses: row.to_addresses,
    subject: row.subject,
    parsed: row.parsed,
    unreadable: row.unreadable,
    rawSha256: row.raw_sha256,
    rawSizeBytes: row.raw_size_bytes,
    status: row.status,
    triage: StoredTriage.safeParse(row.triage).data ?? null,
    partnerId: row.partner_id,
    intent: row.intent,
    route: row.route,
    actionId: row.action_id,
    isSimulated: row.is_simulated,
  };
}
