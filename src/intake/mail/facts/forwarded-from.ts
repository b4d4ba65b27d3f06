import type { MailAddress } from '../../../domain/inbox/parsed-mail.ts';
import { mailBody } from '../../../domain/text/mail-body.ts';
import { addressesOf } from '../mime/addresses.ts';

const TEXT_LENGTH_MAX = 100_000;
const CHAIN_MAX = 5;
const HEAD_LINES = 12;
const FROM_LINE =
  /^[\s>*_|]*(?:from|von|de|da|van|från|fra|od|lähettäjä|kimden|от|من|发件人|寄件者|差出人|보낸 사람)\s*[*_]*\s*[:：]\s*[*_]*\s*(.{2,400})$/iu;

/**
 * Who wrote what a mail passes on inside its own words, outermost first, by the copied From lines.
 *
 * @returns nothing when the mail passes nothing on. Claims only: anybody can type such a line.
 */
export function forwardedFrom(text: string): MailAddress[] {
  const chain: MailAddress[] = [];
  let rest: string | null = mailBody(text.slice(0, TEXT_LENGTH_MAX)).forwarded;
  while (rest !== null && chain.length < CHAIN_MAX) {
    const sender = senderIn(rest);
    if (sender) chain.push(sender);
    // The copied head would be taken for the start of another forward.
    rest = mailBody(withoutHead(rest)).forwarded;
  }
  return chain;
}

function senderIn(text: string): MailAddress | null {
  for (const line of text.trimStart().split('\n', HEAD_LINES)) {
    const written = FROM_LINE.exec(line)?.[1];
    if (written === undefined) continue;
    // Outlook: Ann Smith [mailto:ann@shop.test]
    const plain = written
      .replace(/\[mailto:([^\]]+)\]/i, '<$1>')
      .replaceAll(/[*_]+$/g, '')
      .replaceAll(/<mailto:[^>]*>/gi, '');
    return addressesOf(plain, 1)[0] ?? null;
  }
  return null;
}

function withoutHead(text: string): string {
  const trimmed = text.trimStart();
  const end = /\n\s*\n/.exec(trimmed);
  return end ? trimmed.slice(end.index + end[0].length) : '';
}
