import { namesOver } from '../../../domain/sightings/names-code.ts';
import { namesRetired } from '../../../domain/sightings/retired-words.ts';
import type { Aside } from './page-lines.ts';
import { plainText } from './plain-text.ts';
import { saysReveal } from './reveal-words.ts';

const REVEALED_CHARACTERS_MAX = 300;
const CARD_CHARACTERS = 900;

/** Whether an element is hidden for good: what a button shows (a code, a small window) is not. */
export function isHidden(element: Element): boolean {
  const style = element.getAttribute('style') ?? '';
  const hides = /display\s{0,2}:\s{0,2}none|visibility\s{0,2}:\s{0,2}hidden/i.test(style);
  if (!hides && !element.hasAttribute('hidden')) return false;
  if (isPanel(element)) return false;
  const text = plainText(element, REVEALED_CHARACTERS_MAX + 1);
  if (text.includes('{{') || text.length > REVEALED_CHARACTERS_MAX) return true;
  if (
    /modal|popup|dialog|tooltip|popover|reveal|code|kod|codigo|codice|coupon|voucher/i.test(
      element.getAttribute('class') ?? '',
    )
  )
    return false;
  const parent = element.parentElement;
  return parent === null || parent.tagName === 'BODY' || !saysReveal(plainText(parent, CARD_CHARACTERS));
}

/** Whether it is a part of an accordion or of tabs: closed, and open at a click. */
function isPanel(element: Element): boolean {
  if (element.getAttribute('role') === 'tabpanel') return true;
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (
    /accordion|collaps|tab-?(?:pane|panel|content)|faq|(?:^|[-_\s])(?:panel|answer)(?:[-_\s]|$)/i.test(names)
  )
    return true;
  const before = element.previousElementSibling;
  return (
    before !== null &&
    (before.hasAttribute('aria-expanded') || before.querySelector('[aria-expanded]') !== null)
  );
}

/** Whether an element says of what is in it that it is over. */
export function isMarkedRetired(element: Element, names: string): boolean {
  // A page's own class tells its template: `archive` is a list of articles.
  const whole = /^(?:HTML|BODY|MAIN)$/i.test(element.tagName);
  if ((!whole && namesRetired(names)) || /line-through/i.test(element.getAttribute('style') ?? ''))
    return true;
  const status = element.getAttribute('data-status') ?? element.getAttribute('data-state') ?? '';
  const expired = element.getAttribute('data-expired') ?? element.getAttribute('data-is-expired') ?? '';
  const active = element.getAttribute('data-active') ?? element.getAttribute('data-is-active') ?? '';
  return (
    namesOver(status) ||
    element.getAttribute('expired') === '' ||
    element.getAttribute('data-expired') === '' ||
    /^(?:true|1|yes)$/i.test(expired) ||
    (element.getAttribute('aria-disabled') === 'true' &&
      /^(?:DIV|LI|ARTICLE|SECTION|TR|A)$/i.test(element.tagName)) ||
    /^(?:false|0|no)$/i.test(active)
  );
}

/** Markup that an element holds apart from the page's tree; readers see a shadow root and a frame's own document. */
export function asideOf(element: Element, tag: string): Aside | null {
  if (tag === 'TEMPLATE') {
    const rooted = element.hasAttribute('shadowrootmode') || element.hasAttribute('shadowroot');
    return { markup: element.innerHTML, shown: rooted || isOpened(element) ? 'shown' : 'template' };
  }
  if (tag === 'IFRAME' && element.hasAttribute('srcdoc')) {
    return { markup: element.getAttribute('srcdoc') ?? '', shown: 'shown' };
  }
  const template =
    tag === 'SCRIPT' && /template|handlebars|mustache|x-html/i.test(element.getAttribute('type') ?? '');
  return template ? { markup: element.textContent ?? '', shown: 'template' } : null;
}

const WINDOW = /(?:^|[-_\s])(?:popup|popover|modal|dialog|overlay|lightbox|drawer|exit|reveal)(?:[-_\s]|$)/i;

/** Whether a template is a small window that the page opens: it says so, or a control beside it names it. */
function isOpened(template: Element): boolean {
  const id = template.getAttribute('id') ?? '';
  if (/skeleton|tpl|placeholder/i.test(id)) return false;
  const content = template.innerHTML.slice(0, 400);
  if (/\{\{|<%/.test(template.innerHTML)) return false;
  if (WINDOW.test(id) || /role=["']?(?:alert)?dialog/i.test(content)) return true;
  const parent = template.parentElement;
  // What a framework shows once a button was pressed.
  if (template.hasAttribute('x-if') || template.hasAttribute('v-if'))
    return parent !== null && saysReveal(plainText(parent, CARD_CHARACTERS));
  // An element of the site's own that opens it: `<x-reveal><button>Show code</button><template>…`.
  if (parent?.tagName.includes('-') && template.innerHTML.length <= REVEALED_CHARACTERS_MAX)
    if (saysReveal(plainText(parent, CARD_CHARACTERS))) return true;
  const beside = id === '' ? [] : [...(parent?.children ?? [])].slice(0, 30);
  return beside.some((control) =>
    control.getAttributeNames().some((name) => {
      const value = control.getAttribute(name);
      return name !== 'id' && (value === id || value === `#${id}`);
    }),
  );
}

/** A feed's text holds markup of its own. */
export const stripMarkup = (text: string): string =>
  text.includes('<') && /<\/?(?:p|div|br|a|b|strong|li|span)\b/i.test(text)
    ? text.replaceAll(/<[^<>]{1,400}>/g, ' ')
    : text;
