/** One piece of HTML, in order. Text and attributes are as written, entities and all. */
export type HtmlToken =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'open'; readonly name: string; readonly attributes: string }
  | { readonly is: 'close'; readonly name: string }
  /** What stands inside style; the like of script and title are left out. */
  | { readonly is: 'style'; readonly text: string };

const NAME = /[a-zA-Z][^\s/>]*/y;
const NAME_LENGTH_MAX = 40;
const RAW = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'svg',
  'math',
]);

/**
 * Cuts HTML into tokens in one pass, however broken it is: time is linear in its length.
 *
 * Comments, declarations and conditional comments are left out.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  const find = finder(html);
  let at = 0;
  while (at < html.length) {
    const open = find('<', at);
    if (open > at) yield { is: 'text', text: html.slice(at, open) };
    if (open >= html.length) return;
    if (html.startsWith('<!--', open)) {
      at = find('-->', open + 4) + 3;
      continue;
    }
    const isClose = html[open + 1] === '/';
    NAME.lastIndex = open + (isClose ? 2 : 1);
    const name = NAME.exec(html)?.[0].slice(0, NAME_LENGTH_MAX).toLowerCase();
    if (name === undefined) {
      const isMarkup = isClose || html[open + 1] === '!' || html[open + 1] === '?';
      if (!isMarkup) yield { is: 'text', text: '<' };
      at = isMarkup ? find('>', open) + 1 : open + 1;
      continue;
    }
    const end = tagEnd(html, NAME.lastIndex, find);
    at = end + 1;
    if (isClose) yield { is: 'close', name };
    else if (!RAW.has(name)) yield { is: 'open', name, attributes: html.slice(NAME.lastIndex, end) };
    else {
      const rawEnd = find(`</${name}`, at);
      if (name === 'style') yield { is: 'style', text: html.slice(at, rawEnd) };
      at = find('>', rawEnd) + 1;
    }
  }
}

/** Where the tag's `>` stands: not inside quotes, unless a quote never ends. */
function tagEnd(html: string, from: number, find: (what: string, from: number) => number): number {
  let at = from;
  for (;;) {
    const end = find('>', at);
    const quote = firstOf(html, at, end);
    if (quote === -1) return end;
    const closing = find(html[quote] ?? '"', quote + 1);
    if (closing >= html.length) return end;
    at = closing + 1;
  }
}

/** The first quote that opens an attribute's value between two places; -1 when there is none. */
function firstOf(html: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const character = html[at];
    if ((character === '"' || character === "'") && /[=\s]/.test(html[at - 1] ?? '')) return at;
  }
  return -1;
}

/** Finds text from a place on, whatever its case; the length where there is none. Remembers what does not come again. */
function finder(html: string): (what: string, from: number) => number {
  const last = new Map<string, number>();
  return (what, from) => {
    const known = last.get(what);
    if (known !== undefined && known >= from) return known;
    const pattern = new RegExp(what.replaceAll(/[^a-zA-Z0-9<>/-]/g, '\\$&'), 'gi');
    pattern.lastIndex = from;
    const found = pattern.exec(html)?.index ?? html.length;
    last.set(what, found);
    return found;
  };
}
