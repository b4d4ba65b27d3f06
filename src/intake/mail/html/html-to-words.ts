import { decodeHTML } from 'entities';
import { attributesOf } from './attributes.ts';
import { type Element, elementIn, linkOf, PAGE } from './element.ts';
import { htmlTokens } from './html-tokens.ts';
import { isSeen } from './sight.ts';
import { simpleRules } from './style-sheet.ts';
import { type WordLines, wordLines } from './word-lines.ts';

/** The HTML of a mail as its reader sees it. */
export interface HtmlWords {
  /** Block elements on lines of their own, quotes as `> ` lines. */
  readonly words: string;
  /** What a reader would not see; empty when there is none. */
  readonly hidden: string;
  /** Of what is seen, in order, each once, entities decoded; never fetched. */
  readonly links: readonly string[];
}

const BLOCKS =
  /^(?:address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|li|main|nav|ol|option|p|pre|section|table|tbody|tfoot|thead|tr|ul)$/;
const SPACED = /^(?:blockquote|h[1-6]|ol|p|pre|table|ul)$/;
const VOID = /^(?:area|base|basefont|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** An opening tag that ends the same kind of element before it. */
const ENDS: Readonly<Record<string, RegExp>> = {
  p: /^p$/,
  li: /^(?:li|p)$/,
  td: /^(?:td|th|p)$/,
  th: /^(?:td|th|p)$/,
  tr: /^(?:td|th|tr|p)$/,
  option: /^option$/,
};
const LINKS_MAX = 200;
const HIDDEN_LENGTH_MAX = 20_000;
const ALT_LENGTH_MAX = 200;

/**
 * HTML as words, in time linear in its length; nothing is fetched and nothing runs.
 *
 * @param lengthMax - characters of words kept.
 */
export function htmlToWords(html: string, lengthMax: number): HtmlWords {
  const seen = wordLines(lengthMax);
  const hidden = wordLines(HIDDEN_LENGTH_MAX);
  const links = new Set<string>();
  const rules = new Map<string, string>();
  const path: Element[] = [];
  const opened = new Map<string, number>();
  const top = (): Element => path.at(-1) ?? PAGE;

  const close = (name: string): void => {
    while (opened.get(name)) {
      const left = path.pop();
      if (!left) return;
      opened.set(left.name, (opened.get(left.name) ?? 1) - 1);
      if (left.quotes !== top().quotes) seen.quote(top().quotes);
      separate(seen, left.name);
      if (left.name === name) return;
    }
  };
  const open = (name: string, attributes: ReadonlyMap<string, string>): void => {
    while (ENDS[name]?.test(top().name)) close(top().name);
    const outer = top();
    const element = elementIn(outer, name, attributes, rules);
    const link = linkOf(element, attributes);
    if (link !== null && links.size < LINKS_MAX) links.add(link);
    separate(seen, name);
    if (element.quotes !== outer.quotes) seen.quote(element.quotes);
    path.push(element);
    opened.set(name, (opened.get(name) ?? 0) + 1);
    if (isSeen(element.sight))
      seen.add(name === 'li' ? '- ' : name === 'td' || name === 'th' ? ' ' : '', false);
  };

  for (const token of htmlTokens(html)) {
    if (token.is === 'close') close(token.name);
    else if (token.is === 'style') {
      for (const [name, text] of simpleRules(token.text)) rules.set(name, text);
    } else if (token.is === 'open') {
      const attributes = attributesOf(token.attributes);
      if (VOID.test(token.name)) addVoid(seen, token.name, attributes, top());
      else open(token.name, attributes);
    } else {
      const words = decodeHTML(token.text);
      if (isSeen(top().sight)) seen.add(words, top().isPreformatted);
      else hidden.add(`${words} `, false);
    }
  }
  return { words: seen.text(), hidden: hidden.text(), links: [...links] };
}

function separate(seen: WordLines, name: string): void {
  if (SPACED.test(name)) seen.apart();
  else if (BLOCKS.test(name)) seen.break();
}

function addVoid(
  seen: WordLines,
  name: string,
  attributes: ReadonlyMap<string, string>,
  { sight }: Element,
): void {
  if (name === 'hr') seen.apart();
  if (!isSeen(sight)) return;
  if (name === 'br') seen.forcedBreak();
  const alt = name === 'img' ? (attributes.get('alt')?.trim() ?? '') : '';
  if (alt !== '') seen.add(` ${alt.slice(0, ALT_LENGTH_MAX)} `, false);
}
