import { mailBody } from '../text/mail-body.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { linksIn } from './slots/links.ts';

const BODY_LENGTH_MAX = 8_000;
const COVER_LENGTH_MAX = 12;
const REPLY_PREFIX = /^\s*(?:re|aw|antw|antwort|sv|rv|rif|ref|odp|res|ynt|رد)\s*(?:\[\d+\])?\s*[:：]/iu;
const FORWARD_PREFIX = /^\s*(?:fwd?|wg|tr|rv|i|enc|vs|doorst|doorgestuurd|reenv|إعادة توجيه)\s*[:：]/iu;
const ANY_PREFIX =
  /^\s*(?:\[[^\]]{1,30}\]\s*)?(?:[\p{L}]{1,12}(?: [\p{L}]{1,9})?)\s*(?:\[\d+\])?\s*[:：]\s*/u;

/** A mail as the classifier and the rules read it: what the sender says now, apart from what they quote. */
export interface MailView {
  /** Without Re: and Fwd:. */
  readonly subject: string;
  readonly isReply: boolean;
  readonly isForward: boolean;
  /** What the sender wrote, or, in a bare forward, the message passed on. */
  readonly body: string;
  /** The message passed on; empty when there is none. */
  readonly forwarded: string;
  readonly hasHistory: boolean;
  readonly isHtmlOnly: boolean;
  /** Of text and HTML, each once. */
  readonly links: readonly string[];
  readonly mail: ParsedMail;
}

/** Sorts a mail's words by who wrote them. Long bodies are cut: what a mail wants stands at its start. */
export function viewMail(mail: ParsedMail): MailView {
  const plain = mail.text?.trim() ? mail.text : null;
  const { fresh, forwarded, hasHistory } = mailBody(plain ?? mail.htmlAsText ?? '');
  const passedOn = (forwarded ?? '').slice(0, BODY_LENGTH_MAX);
  const isReply = REPLY_PREFIX.test(mail.subject);
  const isForward = FORWARD_PREFIX.test(mail.subject) || forwarded !== null;
  return {
    subject: isReply || isForward ? mail.subject.replace(ANY_PREFIX, '') : mail.subject,
    isReply,
    isForward,
    body: fresh.length > COVER_LENGTH_MAX || passedOn === '' ? fresh.slice(0, BODY_LENGTH_MAX) : passedOn,
    forwarded: passedOn,
    hasHistory,
    isHtmlOnly: plain === null && mail.htmlAsText !== null,
    links: linksIn(`${fresh}\n${passedOn}`, mail.htmlLinks),
    mail,
  };
}
