import assert from 'node:assert';
import { z } from 'zod';
import { percentWords } from '../../../src/domain/answers/percent-words.ts';
import { moneyWords } from '../../../src/domain/money/money-words.ts';
import { DemoMail } from './demo-mail.ts';
import { mailBytes } from './mail-bytes.ts';
import type { MailSender } from './mail-senders.ts';
import texts from './mails.json' with { type: 'json' };

const INBOX = 'affiliates@demo-shop.example';
const DAY_MS = 86_400_000;
/** Above every order number of the demo. */
const NO_ORDER_FROM = 599_000;
const MORE_BPS = 200;

export interface ReceivedDemoMail {
  readonly key: string;
  readonly bytes: Buffer;
  readonly receivedAt: Date;
}

/**
 * The demo's inbox: mails written by hand, their placeholders filled from the demo's own rows, so that what they ask can
 * be looked up. The same rows and date give the same bytes.
 *
 * @param senders - in their settled order.
 * @param loadDate - the mails came on the days before.
 */
export function demoMails(senders: readonly MailSender[], loadDate: Date): ReceivedDemoMail[] {
  const mails = z.array(DemoMail).parse(texts);
  const midnight = Math.floor(loadDate.getTime() / DAY_MS) * DAY_MS;
  return mails.map((mail, index) => {
    const [hours = 0, minutes = 0] = mail.at.split(':').map(Number);
    const receivedAt = new Date(midnight - mail.daysAgo * DAY_MS + (hours * 60 + minutes) * 60_000);
    const { key } = mail;
    if (mail.isUnreadable) return { key, bytes: noise(key), receivedAt };
    const sender = 'partner' in mail.from ? pick(senders, mail.from) : null;
    const address = 'partner' in mail.from ? addressOf(sender, mail.from.mailbox) : mail.from.address;
    const fill = filler(sender, index, senders);
    const bytes = mailBytes({
      messageId: messageId(key),
      answers: mail.answers === undefined ? null : messageId(mail.answers),
      from: { name: fill(mail.name), address },
      to: mail.to ?? INBOX,
      at: receivedAt,
      subject: fill(mail.subject),
      body: fill(mail.body),
      automatic: mail.automatic ?? null,
      isBulk: mail.isBulk ?? false,
      isProven: mail.isProven ?? true,
      hasAttachment: mail.hasAttachment ?? false,
    });
    return { key, bytes, receivedAt };
  });
}

/** The Message-ID of a mail of the demo, without brackets. */
export const messageId = (key: string): string => `demo-${key}@demo-shop.example`;

function pick(
  senders: readonly MailSender[],
  { partner, nth }: { readonly partner: string; readonly nth: number },
): MailSender {
  const isTierOne = partner === 'tier1';
  const fitting = senders.filter(({ type, key_account }) =>
    isTierOne ? key_account : !key_account && type === partner,
  );
  const found = fitting[nth];
  assert(found, `the demo has a partner ${partner} ${nth} that sells`);
  return found;
}

function addressOf(sender: MailSender | null, mailbox: string | undefined): string {
  assert(sender, 'a partner writes');
  return mailbox === undefined ? sender.email : `${mailbox}@${hostOf(sender)}`;
}

const hostOf = ({ website }: MailSender): string => new URL(website).hostname.replace(/^www\./, '');

/** Puts rows where placeholders stand; one that nobody knows stops the load. */
function filler(
  sender: MailSender | null,
  index: number,
  senders: readonly MailSender[],
): (text: string) => string {
  const values: Readonly<Record<string, string>> = {
    missing: String(NO_ORDER_FROM + index),
    missing2: String(NO_ORDER_FROM + 500 + index),
    attackPartner: senders[0]?.partner_id ?? '',
    ...(sender === null ? {} : valuesOf(sender)),
  };
  return (text) =>
    text.replaceAll(/\{(\w+)\}/g, (_placeholder, name: string) => {
      const value = values[name];
      assert(value !== undefined, `a mail of the demo knows {${name}}`);
      return value;
    });
}

function valuesOf(sender: MailSender): Record<string, string> {
  const money = { micros: sender.pending_micros.toString(), currency: sender.currency };
  return {
    partner: sender.name,
    host: hostOf(sender),
    network: sender.network,
    order: sender.orders[0] ?? '',
    order2: sender.orders[1] ?? '',
    pending: moneyWords(money),
    rate: percentWords(sender.rate_bps),
    ask: percentWords(sender.rate_bps + MORE_BPS),
    code: sender.code ?? 'WELCOME10',
  };
}

/** Bytes that are no mail, the same at every load. */
const noise = (key: string): Buffer =>
  Buffer.from(Array.from({ length: 2_048 }, (_, at) => (at * 131 + key.length * 17 + (at >> 3) * 29) % 256));
