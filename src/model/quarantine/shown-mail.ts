import { type MailView, viewMail } from '../../domain/inbox/mail-view.ts';
import type { ParsedMail } from '../../domain/inbox/parsed-mail.ts';
import { visibleText } from '../../domain/text/visible-text.ts';

const LINES_MAX = 200;
const LINE_LENGTH_MAX = 600;
const LENGTH_MAX = 10_000;

/** A mail as a model is shown it. Quotes are measured in `text`. */
export interface ShownMail {
  readonly view: MailView;
  /** The subject, then what the sender wrote, then what is passed on: one line each, what is invisible as marks, cut. */
  readonly lines: readonly string[];
  /** The lines, joined by a line break. */
  readonly text: string;
}

/** Cuts a stranger's mail to what is needed to sort it. Neither address nor header nor attachment is shown. */
export function shownMail(mail: ParsedMail): ShownMail {
  const view = viewMail(mail);
  const passedOn = view.forwarded === view.body ? '' : view.forwarded;
  const all = [
    view.subject,
    ...view.body.split('\n'),
    ...(passedOn === '' ? [] : ['', ...passedOn.split('\n')]),
  ];
  const lines: string[] = [];
  let length = 0;
  for (const line of all.slice(0, LINES_MAX)) {
    const shown = visibleText(line.replaceAll(/[\t\r]/g, ' '), LINE_LENGTH_MAX);
    length += shown.length + 1;
    if (length > LENGTH_MAX) break;
    lines.push(shown);
  }
  return { view, lines, text: lines.join('\n') };
}
