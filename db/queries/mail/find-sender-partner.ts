import { z } from 'zod';
import { isFreeMail } from '../../../src/domain/inbox/free-mail.ts';
import type { StoredMail } from '../../../src/domain/inbox/stored-mail.ts';
import type { Queryable } from '../../client.ts';

/** Whose mail it seems to be, by our own rows. */
export interface SenderPartner {
  readonly partnerId: string;
  /** Its address on file, its website's domain, or an address that we wrote to in this conversation for that partner. */
  readonly how: 'address' | 'domain' | 'thread';
  /** A partner that the manager answers in person. */
  readonly isTierOne: boolean;
  /** The receiving server found that the From domain stands behind it (DMARC). */
  readonly authenticated: boolean;
  /** Anybody may have written it: an answer goes to the address on file only. */
  readonly isSpoofable: boolean;
}

const PartnerRow = z.object({ partner_id: z.string(), key_account: z.boolean() });
type PartnerRow = z.infer<typeof PartnerRow>;

/**
 * Looks up who sent a mail: by address, then by domain (never a free-mail domain, never a website that is only a page on
 * somebody else's), then by the conversation. Several partners at once are nobody: one's data must never reach another.
 *
 * DKIM alone does not authenticate here: whoever signs with a domain of their own passes it.
 *
 * @returns `null` when no partner of ours fits.
 */
export async function findSenderPartner(
  db: Queryable,
  mail: Pick<StoredMail, 'fromAddress' | 'threadId' | 'parsed'>,
): Promise<SenderPartner | null> {
  const address = mail.fromAddress.toLowerCase();
  if (address === '') return null;
  const authenticated = mail.parsed?.authentication.dmarc === 'pass';
  for (const [how, find] of [
    ['address', byAddress],
    ['domain', byDomain],
    ['thread', byThread],
  ] as const) {
    const [partner, another] = await find(db, address, mail.threadId);
    if (another) return null;
    if (partner) {
      const { partner_id: partnerId, key_account: isTierOne } = partner;
      return { partnerId, how, isTierOne, authenticated, isSpoofable: !authenticated };
    }
  }
  return null;
}

async function byAddress(db: Queryable, address: string): Promise<PartnerRow[]> {
  const { rows } = await db.query(
    'select partner_id, key_account from partner where lower(email) = $1 limit 2',
    [address],
  );
  return rows.map((row) => PartnerRow.parse(row));
}

async function byDomain(db: Queryable, address: string): Promise<PartnerRow[]> {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (domain === '' || isFreeMail(domain)) return [];
  const labels = domain.split('.');
  const domains = labels.slice(0, -1).map((_label, index) => labels.slice(index).join('.'));
  const { rows } = await db.query(
    `
    select partner_id, key_account
      from partner
     where substring(lower(website) from '^(?:https?://)?(?:www[.])?([^/:?#@]+)(?::[0-9]+)?/?$') = any($1)
     limit 2
    `,
    [domains],
  );
  return rows.map((row) => PartnerRow.parse(row));
}

async function byThread(db: Queryable, address: string, threadId: string): Promise<PartnerRow[]> {
  const { rows } = await db.query(
    `
    select distinct p.partner_id, p.key_account
      from mail m
      join partner p using (partner_id)
     where m.thread_id = $1 and m.direction = 'out' and $2 = any(m.to_addresses)
     limit 2
    `,
    [threadId, address],
  );
  return rows.map((row) => PartnerRow.parse(row));
}
