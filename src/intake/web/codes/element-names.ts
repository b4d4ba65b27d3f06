const BREAKS_NO_LINE = new Set(
  'A ABBR B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY TSPAN S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR BUTTON INPUT IMG WBR'.split(
    ' ',
  ),
);
const TOUCHES = new Set(
  'A ABBR B BDI BIG CITE DEL EM FONT I INS MARK Q S STRIKE STRONG SUB SUP U WBR'.split(' '),
);
const SILENT = new Set(
  'SCRIPT STYLE DEFS SYMBOL METADATA DESC IFRAME SELECT OBJECT VIDEO AUDIO CANVAS MATH HEAD'.split(' '),
);
const SET_OFF = new Set('B STRONG CODE KBD SAMP MARK EM I U DEL S STRIKE TT BIG BUTTON'.split(' '));
const STRUCK = new Set(['S', 'DEL', 'STRIKE']);

/** A new line begins before and after it. */
export const breaksLine = (tag: string): boolean => !BREAKS_NO_LINE.has(tag);
/** Its words may be part of a word outside; otherwise a space is read before and after. */
export const touchesWords = (tag: string): boolean => TOUCHES.has(tag);
/** Whether an element holds the name of somebody who writes there. */
export const namesPerson = (element: Element, tag: string): boolean =>
  tag === 'CITE' ||
  /(?:^|[-_\s])(?:user|username|author|nick|nickname|member|poster|handle|commenter)(?:$|[\s]|[-_]+(?:name|link)(?:\s|$))/i.test(
    element.getAttribute('class') ?? '',
  ) ||
  (tag === 'A' && /\/(?:profiles?|users?|u|members?|author)\/|\/@/i.test(element.getAttribute('href') ?? ''));

/** Inside an element for a code, the part that may be the code alone. */
export const holdsWords = (tag: string): boolean => /^(?:SPAN|B|STRONG|P|DIV|EM|I|A)$/.test(tag);

/** Whether its lines are those of its text: plain text, or an element told to keep them. */
export const preservesLines = (element: Element, tag: string, names: string): boolean =>
  tag === 'PRE' ||
  tag === 'TEXTAREA' ||
  /(?:^|[-_\s])pre-(?:wrap|line)(?:\s|$)/.test(names) ||
  /white-space\s?:\s?(?:pre|break)/i.test(element.getAttribute('style') ?? '');

/** Whether it is the small number of a footnote. */
export const isFootnote = (element: Element, tag: string): boolean =>
  tag === 'SUP' && /^[\s\d*†‡§,()[\]]{0,8}$/.test(element.textContent ?? '');

/** Whether it is one of several links of a kind, one below the other: each is a line of its own. */
export function isButtonInRow(element: Element, tag: string): boolean {
  const names = element.getAttribute('class') ?? element.getAttribute('data-testid') ?? '';
  if (tag === 'A' && names === '') return isLinkInRow(element);
  if (tag !== 'A') return false;
  return [element.nextElementSibling, element.previousElementSibling].some(
    (other) =>
      other?.tagName === element.tagName &&
      (other.getAttribute('class') ?? other.getAttribute('data-testid') ?? '').split(' ')[0] ===
        names.split(' ')[0],
  );
}

/** A link beside another, with no words between them and none on its other side. */
function isLinkInRow(link: Element): boolean {
  const beside = [
    neighbour(link.previousSibling, 'previousSibling'),
    neighbour(link.nextSibling, 'nextSibling'),
  ];
  return (
    beside.some((node) => node?.nodeName === link.nodeName) &&
    beside.every((node) => node === null || node.nodeType === 1)
  );
}

/** The node next to one, blank text passed over. */
function neighbour(node: Node | null, next: 'previousSibling' | 'nextSibling'): Node | null {
  return node !== null && node.nodeType !== 1 && (node.nodeValue ?? '').trim() === '' ? node[next] : node;
}

/** What is inside is not read as words. */
export const isSilent = (tag: string): boolean => SILENT.has(tag);
export const setsOff = (tag: string): boolean => SET_OFF.has(tag);
export const strikes = (tag: string): boolean => STRUCK.has(tag);

/** Level of a heading, 1 to 6; 0 for everything else. A table's caption and a summary count as headings of what follows. */
export function headingLevel(tag: string): number {
  if (/^H[1-6]$/.test(tag)) return Number(tag[1]);
  return tag === 'SUMMARY' || tag === 'CAPTION' || tag === 'LEGEND' ? 6 : 0;
}

/** Whether it is a part beside the page's text. */
export const standsAside = (element: Element, tag: string): boolean =>
  tag === 'ASIDE' || tag === 'FOOTER' || element.getAttribute('role') === 'complementary';
export const hasHeading = (element: Element): boolean =>
  element.querySelector('h1, h2, h3, h4, h5, h6') !== null;

/** Whether it lists links to other pages. */
export const isMenu = (element: Element, tag: string): boolean =>
  tag === 'NAV' || element.getAttribute('role') === 'navigation';

/** Headings inside do not hold after it. */
export const endsHeadings = (tag: string): boolean =>
  ['ARTICLE', 'LI', 'MAIN', 'SECTION', 'TR', 'DETAILS', 'ASIDE', 'NAV', 'TABLE', 'PRE'].includes(tag);

/**
 * Whether it is a window that opens over the page and only stands at its end: headings of the page are none of its own. One
 * inside an offer belongs to that offer.
 */
export function isWindow(element: Element, tag: string): boolean {
  const above = element.parentElement;
  const atEnd =
    above?.tagName === 'BODY' || above?.tagName === 'MAIN' || above?.parentElement?.tagName === 'BODY';
  return (
    atEnd &&
    (tag === 'DIALOG' ||
      /^(?:alert)?dialog$/.test(element.getAttribute('role') ?? '') ||
      element.hasAttribute('aria-modal') ||
      WINDOW.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`))
  );
}
const WINDOW = /(?:^|[\s_-])(?:modal|lightbox|pop-?up|dialog)(?:$|[\s_-])/i;
