import { amounts } from '../../domain/inbox/slots/amounts.ts';
import { linksIn } from '../../domain/inbox/slots/links.ts';
import { isRateFigure } from '../../domain/inbox/slots/rate-figures.ts';
import { readMoment } from '../embedded/inbox/read-moment.ts';
import type { Quote } from '../engine.ts';
import type { MailReading } from './mail-reading.ts';
import type { ShownMail } from './shown-mail.ts';

type Claimed = MailReading['quotes'][number];

const REFERENCE = /^#?[A-Z]{0,5}-?\d[A-Z\d-]{2,20}$/iu;
const CODE = /^[A-Z][A-Z0-9]{3,19}$/u;

/**
 * The quotes that are what a model claims: real words of the line it names, and of the slot's kind by our own grammars.
 * What is not is dropped without a word.
 *
 * @param writtenAt - what "tomorrow" in a deadline is counted from.
 */
export function realQuotes(
  claimed: readonly Claimed[],
  shown: ShownMail,
  { language, writtenAt }: { readonly language: string; readonly writtenAt: Date },
): Quote[] {
  const starts = startsOf(shown.lines);
  return claimed.flatMap(({ slot, line, quote }): Quote[] => {
    const at = shown.lines[line - 1]?.indexOf(quote) ?? -1;
    const lineStart = starts[line - 1];
    if (at < 0 || lineStart === undefined || !isOfKind({ slot, line, quote }, shown, language, writtenAt))
      return [];
    const start = lineStart + at;
    return [{ slot, quote, start, end: start + quote.length }];
  });
}

function startsOf(lines: readonly string[]): number[] {
  let start = 0;
  return lines.map((line) => {
    const own = start;
    start += line.length + 1;
    return own;
  });
}

function isOfKind({ slot, quote }: Claimed, { view }: ShownMail, language: string, writtenAt: Date): boolean {
  switch (slot) {
    case 'requestedRate':
      return isRateFigure(quote);
    case 'amount':
      return amounts(quote)[0] === quote.trim();
    case 'orderReference':
      return REFERENCE.test(quote.trim());
    case 'code':
      return CODE.test(quote.trim());
    case 'deadline':
      return quote.length <= 60 && readMoment(quote, language, writtenAt) !== null;
    case 'link':
      return linksIn(quote, [])[0] === quote && view.links.includes(quote);
    default:
      return slot satisfies never;
  }
}
