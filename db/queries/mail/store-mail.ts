import assert from 'node:assert';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ReceivedMail, UnreadableMail } from '../../../src/domain/inbox/received-mail.ts';
import { subjectKey } from '../../../src/domain/inbox/subject-key.ts';
import type { Queryable } from '../../client.ts';
import type { RawMail } from './raw-mail.ts';
import { storableJson, storableText } from './storable.ts';

const IdRow = z.object({ mail_id: z.uuid() });
const INSERT = `
    with by_reference as (
      select thread_id
        from unnest($1::text[]) with ordinality as named (sha256, place)
        join mail_reference on message_id_sha256 = named.sha256
       order by place
       limit 1
    ), by_subject as (
      select thread_id
        from mail
       where $2::text <> '' and subject_key = $2 and from_address = $3 and direction = 'in'
         and received_at between $4::timestamptz - interval '30 days' and $4::timestamptz + interval '30 days'
       order by received_at desc
       limit 1
    ), stored as (
      insert into mail (thread_id, is_message_id_repeated, subject_key, from_address, received_at, dedupe_key, message_id,
                        direction, source, sent_at, from_name, to_addresses, subject, parsed, unreadable, raw_sha256,
                        raw_size_bytes, status, partner_id, action_id, is_simulated)
      select coalesce((select thread_id from by_reference), (select thread_id from by_subject), gen_random_uuid()),
             exists (select from mail where md5(message_id) = md5($6) and message_id = $6 and dedupe_key <> $5),
             $2, $3, $4, $5, $6, $7, $8, $9::timestamptz, $10, $11::text[], $12, $13::jsonb, $14::jsonb, $15,
             $16::bigint, $17, $18, $19::uuid, $20::boolean
          on conflict (dedupe_key) do nothing
      returning mail_id, thread_id
    ), named as (
      insert into mail_reference (message_id_sha256, thread_id)
      select sha256, thread_id from stored, unnest($1::text[]) as sha256
          on conflict do nothing
    ), kept as (
      insert into mail_raw (mail_id, bytes, is_cut) select mail_id, $21::bytea, $22::boolean from stored
    ), attached as (
      insert into mail_attachment (mail_id, part_no, file_name, content_type, size_bytes, sha256, bytes)
      select mail_id, part.*
        from stored, unnest($23::int[], $24::text[], $25::text[], $26::bigint[], $27::text[], $28::bytea[]) as part
    )
    select mail_id from stored`;

export interface MailCircumstances {
  /** `imap:<account>/<folder>`, `file`, `http`, `demo` or `outbox`. */
  readonly source: string;
  /** When it reached us. */
  readonly now: Date;
  readonly isSimulated: boolean;
  /** Of mail that we sent; absent for mail that came in. */
  readonly sent?: { readonly actionId: string; readonly at: Date; readonly partnerId: string | null };
  /** Bytes of attached pictures by their hash. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
}

/**
 * Stores one mail, read or not, in its thread: that of what it answers (In-Reply-To, then References from the newest on),
 * else that of the same sender's mail with the same subject within 30 days, else a new one.
 *
 * Idempotent by Message-ID and content together. The same Message-ID with other content is a second mail, marked as such:
 * Message-IDs are the senders' own words.
 *
 * @returns `unchanged` with the first copy's id when it is here already.
 */
export async function storeMail(
  db: Queryable,
  mail: ReceivedMail | UnreadableMail,
  raw: RawMail,
  circumstances: MailCircumstances,
): Promise<{ mailId: string; state: 'inserted' | 'unchanged' }> {
  const dedupeKey = 'code' in mail ? `unreadable:${raw.sha256}` : mail.dedupeKey;
  const { rows } = await db.query(INSERT, valuesOf(mail, raw, circumstances, dedupeKey));
  if (rows[0]) return { mailId: IdRow.parse(rows[0]).mail_id, state: 'inserted' };
  const { rows: known } = await db.query('select mail_id from mail where dedupe_key = $1', [dedupeKey]);
  assert(known[0], 'a mail that was not inserted is there already');
  return { mailId: IdRow.parse(known[0]).mail_id, state: 'unchanged' };
}

function valuesOf(
  mail: ReceivedMail | UnreadableMail,
  raw: RawMail,
  { source, now, isSimulated, sent, pictures }: MailCircumstances,
  dedupeKey: string,
): unknown[] {
  const read = 'code' in mail ? null : mail;
  const parts = read?.attachments ?? [];
  const claimedAt = read?.date ? new Date(read.date) : null;
  return [
    read ? namedIds(read) : [],
    read && read.automatic === null ? storableText(subjectKey(read.subject)) : '',
    storableText(read?.from.address ?? ''),
    now,
    dedupeKey,
    read?.messageId ? storableText(read.messageId) : null,
    sent ? 'out' : 'in',
    storableText(source),
    sent ? sent.at : claimedAt,
    storableText(read?.from.name ?? ''),
    [...(read?.to ?? []), ...(read?.cc ?? [])].map(({ address }) => storableText(address)),
    storableText(read?.subject ?? ''),
    read && storableJson(read),
    read ? null : storableJson(mail),
    raw.sha256,
    raw.sizeBytes,
    sent ? 'handled' : read ? 'new' : 'needs_review',
    sent?.partnerId ?? null,
    sent?.actionId ?? null,
    isSimulated,
    raw.kept,
    raw.isCut,
    parts.map((_part, index) => index + 1),
    parts.map(({ fileName }) => storableText(fileName)),
    parts.map(({ contentType }) => storableText(contentType)),
    parts.map(({ sizeBytes }) => sizeBytes),
    parts.map(({ sha256 }) => sha256),
    parts.map(({ sha256 }) => pictures?.get(sha256) ?? null),
  ];
}

/** Hashes of the Message-IDs it names, nearest first, its own last: a mail that answers it may have come before it. */
function namedIds({ messageId, inReplyTo, references }: ReceivedMail): string[] {
  const ids = [inReplyTo, ...references.toReversed(), messageId].filter((id) => id !== null);
  return [...new Set(ids)].map((id) => createHash('sha256').update(id).digest('hex'));
}
