import { endTag, type OpenElement, startTag } from './open-element.ts';
import { readTags } from './read-tags.ts';
import { isControl, isReveal, ownsCode } from './reveal-control.ts';

/** What a page's HTML has before any script ran. */
export interface HtmlLook {
  scripts: number;
  /** Characters that a reader would see, spaces not counted. */
  textLength: number;
  /** What it says to those without scripts. */
  noscript: string;
  /** The application's root, when there is nothing in it; null otherwise. */
  emptyRoot: string | null;
  /** A place is marked as still loading. */
  isBusy: boolean;
  /** It asks to be left for another page by itself. */
  leadsOn: boolean;
  /** Controls that show a code when they are used. */
  reveals: number;
}

const ROOT_IDS =
  /^(?:root|app|__next|__nuxt|___gatsby|svelte|application|react-root|q-app|main-app|ember-app|app-root|vue-app)$/i;
const ROOT_TAGS = /^(?:app-root|app-main|ng-app|router-outlet)$/;
const UNSEEN = /^(?:script|style|title|template|svg|iframe|object|select)$/;
const NOSCRIPT_LENGTH_MAX = 2_000;
const CONTROL_TEXT_MAX = 200;

interface OpenControl extends OpenElement {
  text: string;
  names: string;
  hasCode: boolean;
}

export function lookAtHtml(html: string): HtmlLook {
  const seen: HtmlLook = {
    scripts: 0,
    textLength: 0,
    noscript: '',
    emptyRoot: null,
    isBusy: false,
    leadsOn: false,
    reveals: 0,
  };
  let unseen: OpenElement | null = null;
  let noscript: OpenElement | null = null;
  let root: (OpenElement & { readonly said: string; readonly textBefore: number }) | null = null;
  let control: OpenControl | null = null;
  readTags(html, {
    open(name, attributes) {
      for (const element of [unseen, noscript, root, control]) startTag(element, name);
      const id = attributes.get('id') ?? '';
      if (name === 'script' && !/json|template/i.test(attributes.get('type') ?? '')) seen.scripts += 1;
      if (name === 'meta' && /^refresh$/i.test(attributes.get('http-equiv') ?? ''))
        seen.leadsOn ||= /url\s*=/i.test(attributes.get('content') ?? '');
      if (attributes.get('aria-busy') === 'true') seen.isBusy = true;
      if (unseen === null && UNSEEN.test(name)) unseen = { name, nesting: 1 };
      if (noscript === null && name === 'noscript') noscript = { name, nesting: 1 };
      if (root === null && (ROOT_IDS.test(id) || ROOT_TAGS.test(name)))
        root = { name, nesting: 1, said: id === '' ? name : `#${id}`, textBefore: seen.textLength };
      if (control !== null) control.hasCode ||= ownsCode(attributes);
      else if (isControl(name, attributes)) {
        const names = `${attributes.get('class') ?? ''} ${id} ${[...attributes.keys()].join(' ')}`;
        const text = attributes.get('value') ?? '';
        control = { name, nesting: 1, text, names, hasCode: ownsCode(attributes) };
        // An input has no end tag.
        if (name === 'input') {
          if (isReveal(control)) seen.reveals += 1;
          control = null;
        }
      }
    },
    text(text) {
      if (noscript !== null) {
        if (seen.noscript.length < NOSCRIPT_LENGTH_MAX) seen.noscript += text.slice(0, NOSCRIPT_LENGTH_MAX);
      } else if (unseen === null) {
        seen.textLength += text.replace(/\s+/g, '').length;
        if (control !== null && control.text.length < CONTROL_TEXT_MAX)
          control.text += text.slice(0, CONTROL_TEXT_MAX);
      }
    },
    close(name) {
      if (endTag(unseen, name)) unseen = null;
      if (endTag(noscript, name)) noscript = null;
      if (root !== null && endTag(root, name)) {
        if (seen.textLength === root.textBefore) seen.emptyRoot ??= root.said;
        root = null;
      }
      if (control !== null && endTag(control, name)) {
        if (isReveal(control)) seen.reveals += 1;
        control = null;
      }
    },
  });
  return seen;
}
