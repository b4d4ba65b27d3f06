import { lookAtHtml } from './look-at-html.ts';

export interface BrowserNeed {
  readonly isNeeded: boolean;
  /** For the log and the capture. */
  readonly reason: string;
}

/** Below this many characters a page with scripts has said next to nothing. */
const TEXT_NONE = 250;
/** Below this many a hint that scripts are needed is believed. */
const TEXT_LITTLE = 1_500;
/** Of a noscript, in the languages we read. */
const NEEDS_SCRIPTS =
  /java\s?script|enable (?:js|scripts)|aktivieren sie|activ(?:er|ez|ar|a|e) |habilit(?:ar|e|a) |inschakelen/i;

/** Whether a page shows its content only once its scripts ran, judged by the HTML alone. */
export function needsBrowser(html: string): BrowserNeed {
  const { scripts, textLength, noscript, emptyRoot, isBusy, leadsOn, reveals } = lookAtHtml(html);
  const need = (reason: string): BrowserNeed => ({ isNeeded: true, reason });
  const little = textLength < TEXT_LITTLE;
  if (little && leadsOn) return need('The page leads on to another by itself.');
  if (scripts === 0) return { isNeeded: false, reason: 'The page has no scripts that could add to it.' };
  if (little && emptyRoot !== null)
    return need(`The application’s root (${emptyRoot}) is empty in the HTML.`);
  if (little && NEEDS_SCRIPTS.test(noscript)) return need('The page says that it needs JavaScript.');
  if (little && isBusy) return need('The HTML holds a place that is marked as still loading.');
  if (textLength < TEXT_NONE)
    return need(`The HTML has only ${textLength} characters of text, and ${scripts} scripts.`);
  if (reveals > 0)
    return need(`${reveals} ${reveals === 1 ? 'control shows' : 'controls show'} a code only when used.`);
  return { isNeeded: false, reason: `The HTML has ${textLength} characters of text of its own.` };
}
