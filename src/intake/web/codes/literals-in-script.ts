import { namesCode } from '../../../domain/sightings/names-code.ts';
import { jsLiteral } from './js-literal.ts';

const SCRIPT_CHARACTERS_MAX = 3_000_000;
const SCANNED_CHARACTERS_MAX = 12_000_000;
const FOUND_MAX = 200;
const BEFORE_CHARACTERS = 20_000;
const STARTS = /(?:[=(,:]|=>|\breturn)\s{0,3}(?=[{[])/g;
/** What a value is called: `var dealCodes = `. */
const NAME = /([\w$]{3,40})["']?\s{0,3}[=:]\s{0,3}$/;
const NOTHING: ReadonlyMap<string, unknown> = new Map();
/** The names a function takes, right before what it gives back. */
const TAKES = /(?:function\s*\w*\s*\(([\w$,\s]*)\)\s*\{[^{}]*|\(([\w$,\s]*)\)\s*=>\s*)$/;

/**
 * Objects and lists in a program that are no JSON. Those a function gives back with its arguments in the place of repeated values,
 * `(function(a){return {expired:a}}(!1))`, are read with them.
 */
export function literalsInScript(text: string): unknown[] {
  if (text.length > SCRIPT_CHARACTERS_MAX) return [];
  const found: unknown[] = [];
  let scanned = 0;
  let at = 0;
  while (found.length < FOUND_MAX && scanned < SCANNED_CHARACTERS_MAX) {
    STARTS.lastIndex = at;
    const start = STARTS.exec(text);
    if (start === null) break;
    const from = start.index + start[0].length;
    const literal = jsLiteral(text, from, NOTHING);
    scanned += (literal?.end ?? from + 2_000) - from;
    at = literal === null ? from + 1 : literal.end;
    if (literal === null || at - from < 12) continue;
    const known = argumentsOf(text, from, at);
    const value = (known && jsLiteral(text, from, known)?.value) ?? literal.value;
    const name = NAME.exec(text.slice(Math.max(0, start.index - 60), from))?.[1];
    // A list of codes says so by its name alone.
    found.push(name !== undefined && namesCode(name) === 'sure' ? { [name]: value } : value);
  }
  return found;
}

function argumentsOf(text: string, from: number, end: number): ReadonlyMap<string, unknown> | null {
  const call = /^[\s;)]{0,6}\}?\s?\)?\s?(?=\()/.exec(text.slice(end, end + 20));
  if (!call || !/(?:return\s*|=>\s*\(?\s*)$/.test(text.slice(Math.max(0, from - 12), from))) return null;
  const before = text.slice(Math.max(0, from - BEFORE_CHARACTERS), from).replace(/(?:return\s*|\(\s*)$/, '');
  const takes = TAKES.exec(before);
  const names = (takes?.[1] ?? takes?.[2] ?? '').split(',').map((name) => name.trim());
  const open = end + call[0].length;
  const close = text.indexOf(')', open);
  if (close === -1 || names[0] === '') return null;
  // Read as a list: a bracket that closes it is put in the place of the call's own.
  const values = jsLiteral(`[${text.slice(open + 1, endOfCall(text, open))}]`, 0, NOTHING)?.value;
  return Array.isArray(values) ? new Map(names.map((name, index) => [name, values[index]])) : null;
}

function endOfCall(text: string, open: number): number {
  let depth = 0;
  let quote = '';
  for (let at = open; at < Math.min(text.length, open + 200_000); at += 1) {
    const letter = text[at] ?? '';
    if (quote !== '') {
      if (letter === '\\') at += 1;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '(') depth += 1;
    else if (letter === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return open + 1;
}
