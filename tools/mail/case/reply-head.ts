import type { StoredMail } from '../../../src/domain/inbox/stored-mail.ts';

const REFERENCES_MAX = 50;
/** Message-IDs are their senders' own words: only what can stand in a header line is kept. */
const USABLE = /^[!-;=?-~]{1,400}$/;

/** What makes an answer stand below its mail in every mail program. The first and the newest references are kept. */
export function replyHead({ messageId, parsed }: Pick<StoredMail, 'messageId' | 'parsed'>): {
  inReplyTo: string | null;
  references: string[];
} {
  const inReplyTo = messageId !== null && USABLE.test(messageId) ? messageId : null;
  const named = [...(parsed?.references ?? []), ...(inReplyTo === null ? [] : [inReplyTo])];
  const usable = [...new Set(named.filter((id) => USABLE.test(id)))];
  const kept =
    usable.length <= REFERENCES_MAX ? usable : [...usable.slice(0, 1), ...usable.slice(1 - REFERENCES_MAX)];
  return { inReplyTo, references: kept };
}
