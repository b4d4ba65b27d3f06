import type { PageLimits } from './page-limits.ts';

/** Markup within the limits. */
export interface CutMarkup {
  readonly html: string;
  /** What was left out, as sentences. */
  readonly notes: readonly string[];
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** One closes another of its name. */
const CLOSES_ITSELF = new Set('p li dt dd option tr td th thead tbody a button'.split(' '));
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'iframe']);
const NAME = /[a-zA-Z][^\s/>]*/y;
const KEPT_SCRIPT = /type\s*=\s*["']?application\/(?:ld\+)?json/i;
const LOOK_BACK = 60;

/**
 * Makes markup safe to build a tree of: no deeper, no larger than the limits. One pass over the text, without a stack of
 * calls, so that neither depth nor size can end the process. Pages within the limits come back as they are.
 */
export function cutMarkup(html: string, limits: PageLimits): CutMarkup {
  const isLong = html.length > limits.characters;
  const pieces: string[] = [];
  const open: string[] = [];
  const dropped: string[] = [];
  let [at, keptFrom, elements, length, tagsDropped, emptied] = [0, 0, 0, 0, 0, 0];
  let isCut = false;
  /** Ends of the page that may come too early: browsers go on as if they were not there. */
  let ends: [start: number, end: number][] = [];
  let endsDropped = 0;
  const keepUpTo = (to: number, goOnFrom: number): void => {
    if (to > keptFrom) pieces.push(html.slice(keptFrom, to));
    length += Math.max(0, to - keptFrom);
    keptFrom = goOnFrom;
  };

  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start < 0) break;
    if (elements >= limits.elements || length + start - keptFrom > limits.characters) {
      keepUpTo(Math.min(start, keptFrom + Math.max(0, limits.characters - length)), html.length);
      isCut = true;
      break;
    }
    const next = html.charCodeAt(start + 1);
    if (next === 33 || next === 63) {
      at = afterComment(html, start);
      continue;
    }
    const isClosing = next === 47;
    NAME.lastIndex = start + (isClosing ? 2 : 1);
    const name = NAME.exec(html)?.[0].toLowerCase();
    if (name === undefined) {
      // Stands for itself, and makes a piece of text of its own.
      elements += 1;
      at = start + 1;
      continue;
    }
    const end = tagEnd(html, NAME.lastIndex);
    at = end;
    if (isClosing && (name === 'html' || name === 'body')) {
      ends.push([start, end]);
      continue;
    }
    if (!isClosing && ends.length > 0) {
      for (const [from, to] of ends) keepUpTo(from, to);
      endsDropped += ends.length;
      ends = [];
    }
    if (isClosing) {
      if (dropped.length > 0 && dropped.at(-1) === name) {
        dropped.pop();
        keepUpTo(start, end);
      } else if (!closeTo(open, name)) elements += 1;
      continue;
    }
    if (open.length < limits.depth || VOID.has(name)) elements += 1;
    if (RAW.has(name)) {
      at = afterRaw(html, name, end);
      const isHeavy = isLong && at - start > limits.scriptCharacters;
      if (isHeavy && !KEPT_SCRIPT.test(html.slice(start, end))) {
        keepUpTo(start, at);
        emptied += 1;
      }
      continue;
    }
    if (isLong && end - start > limits.attributeCharacters) {
      keepUpTo(start, end);
      pieces.push(`<${name}>`);
      emptied += 1;
    }
    if (VOID.has(name) || html.charCodeAt(end - 2) === 47) continue;
    if (CLOSES_ITSELF.has(name) && open.at(-1) === name) open.pop();
    if (open.length < limits.depth) open.push(name);
    else {
      keepUpTo(start, end);
      dropped.push(name);
      tagsDropped += 1;
    }
  }
  if (!isCut && tagsDropped === 0 && emptied === 0 && endsDropped === 0) return { html, notes: [] };
  keepUpTo(html.length, html.length);
  return { html: pieces.join(''), notes: notesOf({ isCut, tagsDropped, emptied, limits }) };
}

function notesOf(cut: {
  readonly isCut: boolean;
  readonly tagsDropped: number;
  readonly emptied: number;
  readonly limits: PageLimits;
}): string[] {
  const { isCut, tagsDropped, emptied, limits } = cut;
  return [
    ...(isCut
      ? [`Only its beginning was read: ${limits.elements} elements or ${limits.characters} characters.`]
      : []),
    ...(tagsDropped > 0
      ? [`It is nested deeper than ${limits.depth}; ${tagsDropped} tags were flattened.`]
      : []),
    ...(emptied > 0 ? [`${emptied} heavy scripts or inline files were left out.`] : []),
  ];
}

/** @returns false when nothing of that name is open near by; such a tag may make an element of its own. */
function closeTo(open: string[], name: string): boolean {
  if (open.at(-1) === name) {
    open.pop();
    return true;
  }
  const found = open.lastIndexOf(name);
  const isNear = found >= 0 && open.length - found <= LOOK_BACK;
  if (isNear) open.length = found;
  return isNear;
}

function afterComment(html: string, start: number): number {
  if (!html.startsWith('<!--', start)) {
    const end = html.indexOf('>', start);
    return end < 0 ? html.length : end + 1;
  }
  const end = html.indexOf('-->', start + 2);
  return end < 0 ? html.length : end + 3;
}

/** Behind the `>` of a tag; quoted values may hold one. */
function tagEnd(html: string, from: number): number {
  let quote = 0;
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at + 1;
    else if ((code === 34 || code === 39) && html.charCodeAt(at - 1) === 61) quote = code;
  }
  return html.length;
}

function afterRaw(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found ? found.index : html.length;
}
