import { blockedCodes } from './blocked-codes.ts';
import { type CodeAt, codeAt } from './code-at.ts';
import {
  CHECKOUT_WORD,
  ENTER_WORD,
  OTHER_CODE_AFTER,
  OTHER_CODE_BEFORE,
  STRONG_LABEL,
  WEAK_LABEL,
} from './code-words.ts';
import { findDiscount } from './find-discount.ts';
import { labelledWords } from './labelled-words.ts';
import { EXAMPLE_BEFORE } from './lexicon/other-numbers.ts';
import { likelyCodes } from './likely-codes.ts';
import { numberedCodes } from './numbered-codes.ts';
import { ownLine } from './own-line.ts';
import { saysRetired } from './retired-words.ts';
import type { TextAround } from './text-around.ts';
import { toldCodes } from './told-codes.ts';
import { GIVES, withOffer } from './with-offer.ts';

const LINK =
  /[\s\u00a0]{0,4}(?:[:：=>»→➡➜▶👉⬇–—|-]{1,3}[\s\u00a0]{0,3})?(?:(?:is|are|was|ist|war|lautet|est|es|é|è|jest|är|er|on|called|named|of|del|von)(?=[\s:"'“„«])|[はがを]|[为為是])?[\s:：\u00a0]{0,4}/iuy;
/** A button between the word for it and the code: `Code: click to see it SAVE20`. */
const PRESS =
  /(?:(?:click|tap|press|show|reveal|klick\p{L}*|hier|anzeigen|cliquez|afficher|voir|haz clic|pulsa|ver|mostrar|clicca|mostra|vedi|clique|klik|toon|bekijk|kliknij|pokaż|klicka|visa)(?:\s(?:here|to|for|the|it|see|show|reveal|view|copy|get|code|hier|um|zu|zum|ici|pour|le|aquí|para|el|qui|per|il|aqui|o|om|de|te|tu|aby|här|för|att|sehen|voir|ver|vedere|zien|anzeigen|código|codice|kod)){0,4}\s)(?=[\p{Lu}\p{N}][\p{Lu}\p{N}-]{3,}(?![\p{L}\p{N}]))/iuy;
const ALSO = /\s{0,3}(?:,|\/|\+|&|or|oder|ou|o|and|und|et|y|e|i|lub|eller|en|och|of|oppure)\s{1,3}/iuy;
/** What somebody searched for, and what was not found. */
const NOTHING_FOUND =
  /(?:couldn[’']t find|could not find|no (?:results?|coupons?|codes?|offers?|matches)(?: were| was)?(?: found)?|(?:search )?results?|0 (?:results?|coupons?)|keine (?:ergebnisse|gutscheine|treffer)|aucun résultat|sin resultados|nessun risultato|nenhum resultado|geen resultaten|brak wyników|inga träffar)[^.\n]{0,30}(?:for|für|pour|para|per|voor|dla|för)\s["“„«‘']\s?$/iu;
const GOES_ON =
  /^["'“”«»‘’`)\]]?\s{0,3}(?:$|[.,;!)]|(?:at|during|in|on|im|an der|beim|bei der|en|al|au|à la|lors|dans|nel|alla|no|na|bij|przy|i|for|to|and|when|before|um|und|für|pour|et|para|y|per|e|ed|por|voor|en|aby|för|och|ein|valid|giltig|gültig|in cart|in basket)(?![\p{L}]))/iu;
/** Who said something and when, before it: `gnarlyjoe (11/14/26): …`. */
const SPEAKER = /^\s{0,2}[(–—|,-]?\s{0,2}\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\)?\s{0,2}[:–—-]/u;
const AHEAD_CHARACTERS = 60;
const SENTENCE_CHARACTERS_MAX = 400;

/** A code of a text, and the rules that name it. */
export interface FoundCode extends CodeAt {
  readonly rules: readonly string[];
}

/** Every code that a text names, in its order. Linear in the text: each rule looks a bounded way ahead. */
export function findCodes(text: string, around: TextAround): FoundCode[] {
  const found = new Map<number, CodeAt & { rules: string[] }>();
  for (const [rule, codes] of codesByRule(text, around)) {
    for (const code of codes) {
      if (NOTHING_FOUND.test(text.slice(0, code.start))) continue;
      if (EXAMPLE_BEFORE.test(text.slice(Math.max(0, code.start - 24), code.start))) continue;
      if (code.start < 2 && SPEAKER.test(text.slice(code.end, code.end + 24))) continue;
      const other = [...found.values()].find(({ start, end }) => code.start < end && start < code.end);
      if (other === undefined) found.set(code.start, { ...code, rules: [rule] });
      else if (other.code === code.code) other.rules.push(rule);
    }
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
}

/** What each rule finds, those that are surest of where a code ends first. */
function* codesByRule(text: string, around: TextAround): Generator<[rule: string, codes: readonly CodeAt[]]> {
  for (const label of text.matchAll(STRONG_LABEL))
    yield ['label', afterLabel(text, label.index, label[0], true, around)];
  if (around.offer) {
    for (const label of text.matchAll(WEAK_LABEL))
      yield ['weak label', afterLabel(text, label.index, label[0], false, around)];
  }
  yield ['checkout', atCheckout(text, around)];
  yield ['gives', givesDiscount(text, around)];
  if (around.aboutCodes) yield ['own line', ownLine(text)];
  if (around.offer) yield ['blocked', blockedCodes(text, around)];
  yield ['with offer', withOffer(text, around)];
  yield ['labelled words', labelledWords(text, around)];
  yield ['told', toldCodes(text, around)];
  yield ['numbered', numberedCodes(text, around)];
  if (around.offer || around.aboutCodes) yield ['likely', likelyCodes(text, around)];
}

function afterLabel(
  text: string,
  index: number,
  label: string,
  strong: boolean,
  around: TextAround,
): CodeAt[] {
  let at = index + label.length;
  const before = text.slice(Math.max(0, index - 24), index);
  const after = text.slice(at, at + 24);
  // Goods have one, too: `cod. RIG-500`.
  if (label.endsWith('.') && (text.length > 90 || findDiscount(text) === null)) return [];
  if (OTHER_CODE_BEFORE.test(before) || (!strong && OTHER_CODE_AFTER.test(after)))
    return beforeLabel(text, index, strong);
  LINK.lastIndex = at;
  const link = LINK.exec(text)?.[0] ?? '';
  at += link.length;
  PRESS.lastIndex = at;
  at += PRESS.exec(text)?.[0].length ?? 0;
  const found: CodeAt[] = [];
  for (let code = codeAt(text, at); code !== null; code = codeAt(text, at)) {
    if (!accepts(code, text, around, { link: found.length > 0 ? 'list' : link, label })) break;
    found.push(code);
    ALSO.lastIndex = code.quoted ? code.end + 1 : code.end;
    const also = ALSO.exec(text)?.[0];
    if (also === undefined) break;
    at = (code.quoted ? code.end + 1 : code.end) + also.length;
  }
  if (found.length > 0) return found;
  const later = saidLater(text, index + label.length);
  return later.length > 0 ? later : beforeLabel(text, index, strong);
}

/** `a code for free delivery (it’s SAVE20)`: named later in the sentence. */
function saidLater(text: string, from: number): CodeAt[] {
  const rest = text.slice(from, from + 90).split(/[.!?](?=\s)/, 1)[0] ?? '';
  const said = /(?:it[’']s|it is|namely|nämlich|:|lautet|\bis)\s{1,2}(?=["'“„«]?[\p{Lu}\p{N}]{3})/u.exec(
    rest,
  );
  const code = said && codeAt(text, from + said.index + said[0].length);
  return code && (code.shape === 'strong' || (code.shape === 'caps' && code.code.length >= 5)) ? [code] : [];
}

/** `the SAVE20 code`, `SAVE20 promo code`. */
function beforeLabel(text: string, index: number, strong: boolean): CodeAt[] {
  const word = /([\p{Lu}\p{N}][\p{Lu}\p{N}_-]{2,29})\s(?:promo\s|discount\s)?$/u.exec(
    text.slice(Math.max(0, index - 42), index),
  );
  if (!word) return [];
  const code = codeAt(text, index - word[0].length);
  return code &&
    code.shape === 'strong' &&
    (strong || /^(?:the|with|use|enter)$/i.test(lastWord(text, code.start)))
    ? [code]
    : [];
}

const lastWord = (text: string, at: number): string =>
  /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, at - 20), at))?.[1] ?? '';

function accepts(
  code: CodeAt,
  text: string,
  { setOff }: TextAround,
  { link, label }: { link: string; label: string },
): boolean {
  if (code.masked || code.shape === 'strong') return true;
  const apart = code.quoted || setOff.some(([start, end]) => start <= code.start && code.end <= end);
  const rest = text.slice(code.end, code.end + AHEAD_CHARACTERS);
  if (link === 'list') return code.shape === 'caps' && code.code.length >= 4;
  if (/[–—-]/.test(link) && !/:/.test(link) && !apart) return false;
  // In a line of capitals a word in capitals is just like the others.
  const loud = code.shape === 'caps' && !/\p{Ll}{2}/u.test(text) && !/[:=]/.test(link);
  if (
    loud &&
    !apart &&
    !(GOES_ON.test(rest) && (/\p{L}/u.test(rest) || text.search(ENTER_WORD) !== -1)) &&
    findDiscount(text) === null
  )
    return false;
  if (code.shape === 'caps' || code.shape === 'mixed') return true;
  const alone = setOff.some(([start, end]) => code.start - start <= 2 && end - code.end <= 2);
  // `Codes: House, Garden`: a list of other things.
  if (code.shape === 'word' && /^\p{Lu}/u.test(code.code) && !alone && /s$|[yö]$/i.test(label)) return false;
  if (code.shape === 'digits') return apart || code.code.length >= 4;
  return (
    code.quoted ||
    alone ||
    (code.code.length >= 4 &&
      GOES_ON.test(rest) &&
      (/[:=]/.test(link) || findsPlace(rest) || findDiscount(rest) !== null))
  );
}

const findsPlace = (rest: string): boolean => rest.search(CHECKOUT_WORD) !== -1;

/** A sentence that says where to enter what: `Enter SAVE20 at checkout`, `gebt an der Kasse „frei“ ein`. */
function atCheckout(text: string, { setOff }: TextAround): CodeAt[] {
  const found: CodeAt[] = [];
  for (const sentence of sentencesOf(text)) {
    if (sentence.words.search(CHECKOUT_WORD) === -1 || sentence.words.search(ENTER_WORD) === -1) continue;
    const loud = !/\p{Ll}{3}/u.test(sentence.words);
    for (const { index } of sentence.words.matchAll(
      /(?<![\p{L}\p{N}#@/"'“„«.-])(?:["“„«‘']\s?)?[\p{L}\p{N}$…•*]/gu,
    )) {
      const code = codeAt(text, sentence.at + index);
      if (code === null || code.shape === 'digits') continue;
      const apart = code.quoted || setOff.some(([start, end]) => start === code.start && code.end <= end);
      const sure = code.shape === 'strong' || (code.shape === 'caps' && code.code.length >= 4 && !loud);
      if (sure || (apart && code.shape === 'mixed') || (code.quoted && !code.code.includes(' '))) {
        if (nearEnter(text, sentence.at, code)) found.push(code);
      }
    }
  }
  return found;
}

/** Whether a word of entering, or the place, stands just before or after. */
function nearEnter(text: string, from: number, code: CodeAt): boolean {
  const before = text.slice(Math.max(from, code.start - 32), code.start);
  const after = text.slice(code.end, code.end + 32);
  const verb = [...before.matchAll(ENTER_WORD)].at(-1);
  if (verb && (before.length - verb.index - verb[0].length <= 3 || findsPlace(before))) return true;
  return findsPlace(before) && after.search(ENTER_WORD) !== -1;
}

/** `SAVE20 for 20 % off`, `SAVE20 worked for me`: only what has the shape of a code. */
function givesDiscount(text: string, { offer, aboutCodes }: TextAround): CodeAt[] {
  if (!offer && !aboutCodes) return [];
  const found: CodeAt[] = [];
  for (const { index } of text.matchAll(
    /(?<![\p{L}\p{N}#@/&.$€£-])(?=[\p{Lu}\p{N}_-]{0,30}\p{N})[\p{Lu}\p{N}]/gu,
  )) {
    const code = codeAt(text, index);
    if (code?.shape !== 'strong' || code.masked || /^\d/.test(code.code)) continue;
    const rest = text.slice(code.end, code.end + AHEAD_CHARACTERS);
    const said =
      /(?:worked|is working|works) (?:for|great|fine|today|at|on)/i.test(rest.slice(0, 24)) ||
      saysRetired(rest.slice(0, 32));
    if (said || (GIVES.test(rest) && findDiscount(rest) !== null && aboutCodesOrUse(text, code, aboutCodes)))
      found.push(code);
  }
  return found;
}

/** A model's number may stand before a discount too: a verb before it, a bar, the line's start, or a page about codes decides. */
function aboutCodesOrUse(text: string, code: CodeAt, aboutCodes: boolean): boolean {
  const before = text.slice(Math.max(0, code.start - 16), code.start);
  return (
    aboutCodes ||
    /[|:]\s*$/.test(before) ||
    /(?:use|with|try|enter|mit|avec|con|com|met|med)\s$/i.test(before)
  );
}

function* sentencesOf(text: string): Generator<{ at: number; words: string }> {
  for (const { index, 0: words } of text.matchAll(
    new RegExp(
      `[^\\n]{1,${SENTENCE_CHARACTERS_MAX}}?(?:[.!?…](?=\\s)|\\n|$)|[^\\n]{1,${SENTENCE_CHARACTERS_MAX}}`,
      'gu',
    ),
  )) {
    yield { at: index, words };
  }
}
