import { plainText } from '../codes/plain-text.ts';

const BLOCK_CHARACTERS_MAX = 20_000;
const CONTEXT_CHARACTERS_MAX = 400;
const BLOCKS = new Set(
  'P LI TD TH DD DT BLOCKQUOTE FIGCAPTION H1 H2 H3 H4 H5 H6 DIV SECTION ARTICLE ASIDE MAIN HEADER FOOTER NAV BODY'.split(
    ' ',
  ),
);
const LEVELS_MAX = 40;

/**
 * Finds the sentence around each link of a page. Links are to be asked for in the page's order, so that the second `Buy now`
 * of a paragraph is found in its own sentence.
 */
export function linkContexts(): (link: Element, anchor: string) => string {
  const read = new Map<Element, { text: string; from: number }>();
  return (link, anchor) => {
    const block = blockOf(link);
    const known = read.get(block) ?? { text: plainText(block, BLOCK_CHARACTERS_MAX), from: 0 };
    read.set(block, known);
    const found = anchor === '' ? -1 : known.text.indexOf(anchor, known.from);
    if (found === -1) return known.text.length <= CONTEXT_CHARACTERS_MAX ? known.text : '';
    known.from = found + anchor.length;
    return sentenceAround(known.text, found, known.from);
  };
}

function blockOf(link: Element): Element {
  let element = link;
  for (let level = 0; level < LEVELS_MAX && !BLOCKS.has(element.tagName.toUpperCase()); level += 1) {
    if (!element.parentElement) return element;
    element = element.parentElement;
  }
  return element;
}

/** The sentence that holds `text[from..to]`, the words nearest to it when the sentence is long. */
function sentenceAround(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - CONTEXT_CHARACTERS_MAX), from);
  const ends = [...before.matchAll(/[.!?…。！？](?=\s)/g)];
  const start = from - before.length + (ends.at(-1)?.index ?? -1) + 1;
  const after = text.slice(to, to + CONTEXT_CHARACTERS_MAX);
  const end = /[.!?…。！？](?=\s|$)/.exec(after);
  const sentence = text.slice(start, to + (end ? end.index + 1 : after.length)).trim();
  if (sentence.length <= CONTEXT_CHARACTERS_MAX) return sentence;
  const at = Math.max(0, from - start - (CONTEXT_CHARACTERS_MAX >> 1));
  return sentence.slice(at, at + CONTEXT_CHARACTERS_MAX).trim();
}
