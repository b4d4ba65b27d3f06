import type { ReceivedMail } from '../../../domain/inbox/received-mail.ts';

const ENTRIES_MAX = 10;
const ENTRY_LENGTH_MAX = 2_000;

/** What the List-Unsubscribe lines offer. */
export function listUnsubscribe(headers: Readonly<Record<string, string>>): ReceivedMail['listUnsubscribe'] {
  const line = headers['list-unsubscribe'];
  if (line === undefined) return null;
  const offers = [...line.matchAll(/<([^<>]+)>/g)]
    .map(([, offer = '']) => offer.replaceAll(/\s+/g, '').slice(0, ENTRY_LENGTH_MAX))
    .slice(0, ENTRIES_MAX);
  return {
    links: offers.filter((offer) => /^https?:/i.test(offer)),
    addresses: offers
      .filter((offer) => /^mailto:/i.test(offer))
      .map((offer) => offer.slice('mailto:'.length)),
    isOneClick: /one-click/i.test(headers['list-unsubscribe-post'] ?? ''),
  };
}
