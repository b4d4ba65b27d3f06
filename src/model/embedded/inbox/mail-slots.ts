import type { MailView } from '../../../domain/inbox/mail-view.ts';
import { amounts } from '../../../domain/inbox/slots/amounts.ts';
import { couponCodes } from '../../../domain/inbox/slots/codes.ts';
import { orderReferences } from '../../../domain/inbox/slots/order-references.ts';
import { requestedRate } from '../../../domain/inbox/slots/requested-rate.ts';
import type { Slots } from '../../../domain/inbox/triage.ts';
import { visibleText } from '../../../domain/text/visible-text.ts';
import { readDeadline } from './read-deadline.ts';

const SLOT_LENGTH_MAX = 200;

/** Figures and names that a mail claims, as written, with what is invisible in them marked. */
export function mailSlots(view: MailView, language: string, writtenAt: Date): Slots {
  const text = `${view.subject}\n${view.body}`;
  const show = (words: string): string => visibleText(words, SLOT_LENGTH_MAX);
  const showOrNull = (words: string | null | undefined): string | null => (words ? show(words) : null);
  const sums = amounts(text).map(show);
  const deadline = readDeadline(text, language, writtenAt);
  return {
    requestedRate: showOrNull(requestedRate(text)),
    orderReferences: orderReferences(text).map(show),
    amount: sums[0] ?? null,
    amounts: sums,
    codes: couponCodes(text).map(show),
    deadline: showOrNull(deadline?.text),
    deadlineAt: deadline?.at?.toISOString() ?? null,
    links: view.links.map((link) => visibleText(link, 1_000)),
  };
}
