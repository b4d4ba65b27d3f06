import { codeAt, wholeCode } from '../../../../domain/sightings/code-at.ts';
import { ENTER_WORD, STRONG_LABEL, WEAK_LABEL } from '../../../../domain/sightings/code-words.ts';
import { type Candidate, keyOf } from '../candidate.ts';
import type { PageLine, RawCode } from '../page-lines.ts';
import type { StateOffer } from '../state-offers.ts';
import type { PageParts } from '../take-apart.ts';
import { offerLines } from './offer-lines.ts';
import type { Spot } from './spot.ts';

const SPOTS_MAX = 20_000;
const TOKENS_PER_LINE = 2_000;
const NEAR_CHARACTERS = 30;
const TOKEN = /(?<![\p{L}\p{N}#@/&.+_$-])(["'“”„«‹「『【(]{0,2})[\p{L}\p{N}•●*█▓…]/gu;
const QUOTES = `"'“”„«‹「『【(`;
/** Latin letters stand out there. */
const OTHER_WRITING =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Thai}]/u;

/** Every place where a code may stand: words beside an offer that look like one, whatever rules found, attributes and fields named so. */
export function findSpots({ page, facts, offers }: PageParts, candidates: readonly Candidate[]): Spot[] {
  const ruled = new Map<string, Set<string>>();
  for (const { code, line, rules } of candidates) {
    const key = `${line} ${keyOf(code)}`;
    const known = ruled.get(key) ?? new Set();
    for (const rule of rules) known.add(rule);
    ruled.set(key, known);
  }
  const spots: Spot[] = [];
  const taken = new Set<string>();
  const speaks = offerLines(page);
  const speaksAnywhere = facts.aboutCodes || candidates.length > 0 || offers.some(({ told }) => told);
  page.lines.forEach((line, at) => {
    if (spots.length >= SPOTS_MAX || (!speaksAnywhere && !speaks(at))) return;
    spots.push(...inLine(line, at, ruled, taken));
  });
  for (const raw of page.raw) spots.push(ofRaw(raw, ruled, taken));
  for (const candidate of candidates) {
    if (!taken.has(`${candidate.line} ${keyOf(candidate.code)}`)) spots.push(ofCandidate(candidate));
  }
  for (const offer of offers) spots.push(ofOffer(offer));
  return spots;
}

function inLine(
  line: PageLine,
  at: number,
  ruled: ReadonlyMap<string, Set<string>>,
  taken: Set<string>,
): Spot[] {
  const found: Spot[] = [];
  const { text } = line;
  let read = 0;
  let end = 0;
  for (const { index, 1: quotes = '' } of text.matchAll(TOKEN)) {
    read += 1;
    if (read > TOKENS_PER_LINE) break;
    const code = tokenAt(line, index + quotes.length, ruled, at);
    if (code === null || code.start < end) continue;
    end = code.end;
    const key = `${at} ${keyOf(code.code)}`;
    taken.add(key);
    found.push({
      code: code.code,
      shape: code.shape,
      masked: code.masked,
      line: at,
      at: [code.start, code.end],
      element: line.element,
      source: 'text',
      shown: line.shown,
      retired: false,
      rules: ruled.get(key) ?? new Set(),
      signs: [],
    });
  }
  return found;
}

/** A word that may be a code; an ordinary one only where something sets it off, or says that one follows. */
function tokenAt(line: PageLine, first: number, ruled: ReadonlyMap<string, Set<string>>, at: number) {
  const { text, setOff } = line;
  const quote = QUOTES.includes(text[first - 1] ?? ' ') ? codeAt(text, first - 1) : null;
  const stretch = setOff.find(([start, end]) => start === first && end - start <= 30);
  const whole = stretch ? wholeCode(text.slice(first, stretch[1])) : null;
  const said = whole && { ...whole, start: first, end: first + whole.code.length };
  const code = quote ?? said ?? codeAt(text, first);
  if (code === null || code.shape === 'none') return null;
  if (code.masked || code.shape === 'strong' || code.shape === 'mixed') return code;
  if (code.shape === 'caps') return code.code.length >= 3 ? code : null;
  if (ruled.has(`${at} ${keyOf(code.code)}`)) return code;
  const plain = quote === null && said === null;
  if (plain && text.length <= 30 && code.code === text) return code;
  if (OTHER_WRITING.test(text) && /^[\p{Script=Latin}\p{N}_-]{4,}$/u.test(code.code)) return code;
  const before = text.slice(Math.max(0, first - NEAR_CHARACTERS), first);
  const told =
    before.search(STRONG_LABEL) !== -1 ||
    before.search(WEAK_LABEL) !== -1 ||
    before.search(ENTER_WORD) !== -1;
  return told && code.code.length >= 4 ? code : null;
}

function ofRaw(raw: RawCode, ruled: ReadonlyMap<string, Set<string>>, taken: Set<string>): Spot {
  const { code, element, line, how, sure, weak, guessed, masked, retired, shown, by } = raw;
  const key = `${line} ${keyOf(code)}`;
  const rules = ruled.get(key) ?? new Set<string>();
  taken.add(key);
  return {
    code,
    shape: wholeCode(code)?.shape ?? 'none',
    masked,
    line,
    at: null,
    element,
    source: how === 'element' ? 'element' : 'attribute',
    shown,
    retired,
    rules,
    signs: [
      ...(sure ? ['sure'] : []),
      ...(weak ? ['weak'] : []),
      ...(guessed ? ['guessed'] : []),
      `by ${by}`,
    ],
  };
}

function ofCandidate({ code, masked, line, words, element, how, shown, retired, rules }: Candidate): Spot {
  return {
    code,
    shape: wholeCode(code)?.shape ?? 'none',
    masked,
    line,
    at: words === null || how === 'image' ? null : [words.start, words.end],
    element,
    source: how === 'image' ? 'label' : how === 'attribute' || how === 'structured' ? 'attribute' : 'text',
    shown,
    retired,
    rules: new Set(rules),
    signs: [],
  };
}

const ofOffer = (offer: StateOffer): Spot => ({
  code: offer.code,
  shape: wholeCode(offer.code)?.shape ?? 'none',
  masked: offer.masked,
  line: null,
  at: null,
  element: null,
  source: 'state',
  shown: 'state',
  retired: offer.retired,
  rules: new Set(offer.told ? ['state'] : []),
  signs: offer.signs,
  offer,
});
