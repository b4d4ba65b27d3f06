import { type CodeAt, codeAt } from './code-at.ts';
import { ENTER_WORD, OTHER_CODE_BEFORE, STRONG_LABEL, WEAK_LABEL } from './code-words.ts';
import { findDiscount } from './find-discount.ts';
import {
  BRINGS,
  ENTERED,
  GIFT,
  MONEY_WORD,
  PASSWORD_LABEL,
  PLACE,
  SPELLED,
  TYPES,
} from './lexicon/naming-words.ts';
import { CODE_LAST, OTHER_BEFORE } from './lexicon/other-numbers.ts';
import { phraseAt } from './phrase-at.ts';
import type { TextAround } from './text-around.ts';

const NEAR_CHARACTERS = 45;
const PLACE_CHARACTERS = 30;
const SENTENCE_CHARACTERS = 160;
const WORDS_MAX = 3_000;
const MONEY = /[$£€¥]\s?\d|\d\s?(?:€|£|\$|zł|kr(?!\p{L}))/u;
const WORD = /(?<![\p{L}\p{N}#@/&$€£_.+'’-])["“„«‹「'‘`]?[\p{L}\p{N}]/gu;
const TYPED_LAST =
  /^\s(?:ein(?:geben|gebt|gibst|gegeben|tippen|tippt)|invul(?:t|len)|in te vullen|intyp(?:t|en)|opgeeft|angebt|anges)(?!\p{L})/iu;
/** Goods are put into a cart, too. */
const PUTS =
  /(?<!\p{L})(?:pop|put|drop|plug|enter(?:ing)?|gebt?|tragt?|mette[zr]|pon(?:ed|es|éis|iendo|er)?|insert\p{L}*|inseri\p{L}+|metti|mettete|coloque|coloquem|ange|anger)\s(?:in\s)?$/iu;
const CART =
  /cart|basket|bag|warenkorb|panier|carrito|cesta|carrello|carrinho|winkel|mandje|koszyk|varukorg/iu;
const PLACE_LAST =
  /(?:\s(?:an der|im|ins|bij het|in je|in de|in het|w|przy|i|på|en el|en la|al|nel|alla|no|na|à la|au|dans le)\s\p{L}+)\s["'“„«‘]?$/iu;
const ORDINARY = /\p{L}\p{Ll}*(?![\p{L}\p{N}_-])/uy;
const LINK = /^(?:\s?[:=]|\s(?:is|are|ist|lautet|est|es|é|è|jest|to|är|=))?\s{0,3}/iu;
const WITH =
  /(?<!\p{L})(?:use|using|used|enter|with|mit|nutzt?|avec|utilise[zr]?|con|usando|usa|usas|usáis|usarem|usarmos|usare|usate|com|met|gebruik|z|med|använd)\s["'“„«‘]?\s?$/iu;
const AT_SITE =
  /^["'“”»’)]?\s(?:at|on|auf|bei|sur|en|su|em|op|bij|na|på|hos|w)\s[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.[a-z]{2,}/iu;

/**
 * Codes of any look that a sentence about an offer names: after `the password is`, typed `at checkout`, spelled out `in small
 * letters`, set off in bold or quotes beside a verb of entering. Ordinary words count only there.
 */
export function toldCodes(text: string, around: TextAround): CodeAt[] {
  const found = afterPassword(text, around);
  if (around.offer || around.aboutCodes) found.push(...byWords(text, around));
  return found;
}

const gives = (text: string): boolean =>
  findDiscount(text) !== null || GIFT.test(text) || MONEY_WORD.test(text) || MONEY.test(text);

const OTHER_PASSWORD =
  /(?:wi-?fi|wlan|account|admin|login|e-?mail|zip|rar|user|network|netz|compte|cuenta|konto)[\s-]{1,2}$/iu;

function afterPassword(text: string, { offer, setOff }: TextAround): CodeAt[] {
  return [...text.matchAll(PASSWORD_LABEL)].flatMap(({ index, 0: label }) => {
    const at = index + label.length;
    if (OTHER_PASSWORD.test(text.slice(Math.max(0, index - 20), index))) return [];
    const link = LINK.exec(text.slice(at, at + 12))?.[0].length ?? 0;
    const code = phraseAt(text, at + link, setOff) ?? codeAt(text, at + link);
    if (code === null || code.code.length < 4 || code.shape === 'digits') return [];
    const after = text.slice(code.end, code.end + NEAR_CHARACTERS);
    const sentence = sentenceAround(text, code);
    const about = gives(sentence) || (offer && sentence.search(ENTER_WORD) !== -1);
    if (!about && !offer) return [];
    const said = code.shape !== 'word' || SPELLED.test(after);
    const placed = code.quoted || PLACE.test(after.slice(0, PLACE_CHARACTERS)) || ENTERED.test(after);
    return said || (placed && about) ? [code] : [];
  });
}

function byWords(text: string, around: TextAround): CodeAt[] {
  const found: CodeAt[] = [];
  let read = 0;
  for (const { index } of text.matchAll(WORD)) {
    read += 1;
    if (read > WORDS_MAX) break;
    const before = text.slice(Math.max(0, index - NEAR_CHARACTERS), index);
    if (isOrdinary(text, index, before, around)) continue;
    const code = phraseAt(text, index, around.setOff) ?? codeAt(text, index);
    if (code === null || code.masked || code.shape === 'digits' || code.code.length < 4) continue;
    if (OTHER_BEFORE.test(before) || OTHER_CODE_BEFORE.test(before.replace(CODE_LAST, ''))) continue;
    if (isTold(code, text, before)) found.push(code);
  }
  return found;
}

/** A word like any other, and nothing about it: most are, and no more is looked at. */
function isOrdinary(text: string, at: number, before: string, { setOff }: TextAround): boolean {
  ORDINARY.lastIndex = at;
  const word = ORDINARY.exec(text)?.[0];
  if (word === undefined || setOff.some(([start]) => Math.abs(start - at) <= 1)) return false;
  if (word.length < 4) return true;
  const after = text.slice(at + word.length, at + word.length + NEAR_CHARACTERS);
  return !TYPES.test(before) && !PLACE_LAST.test(before) && !SPELLED.test(after);
}

function isTold(code: CodeAt, text: string, before: string): boolean {
  const after = text.slice(code.end, code.end + NEAR_CHARACTERS);
  const { quoted: apart, shape } = code;
  const name = /^\p{Lu}\p{Ll}/u.test(code.code);
  if (SPELLED.test(after) && (apart || !name)) return true;
  const sentence = sentenceAround(text, code);
  const about = gives(sentence) || sentence.search(STRONG_LABEL) !== -1;
  const isWritten = shape === 'strong' || shape === 'mixed' || (shape === 'caps' && code.code.length >= 4);
  if (about && isTyped(before, after, { apart, written: isWritten, name })) return true;
  if (about && isWritten && TYPED_LAST.test(after) && /\p{Ll}{3}/u.test(sentence)) return true;
  if (ENTERED.test(after) && (apart || (isWritten && (shape !== 'caps' || code.code.includes('-')))))
    return about || !apart;
  if (about && isAtPlace(code, before, after, sentence)) return true;
  if (WITH.test(before) && isWithIt(code, after, sentence)) return true;
  return isNamedBefore(code, text, after);
}

interface Looks {
  readonly apart: boolean;
  readonly written: boolean;
  /** A word with a capital, as names are. */
  readonly name: boolean;
}

const AT_CHECKOUT =
  /^["'“”»’)]?,?\s(?:at (?:the )?(?:check-?out|till)|in (?:the |your )?(?:cart|basket|bag)|an der kasse|im warenkorb|beim bezahlen|au panier|dans le panier|à la caisse|en el carrito|en la cesta|al pagar|in cassa|nel carrello|alla cassa|no carrinho|ao finalizar|bij het afrekenen|in je (?:winkelmandje|mandje)|w koszyku|przy kasie|i kassan|i varukorgen)(?!\p{L})/iu;
const PRESSED =
  /(?<!\p{L})(?:click|press|tap|hit|select|choose|tick|pay(?: with| by)?|by|klick\p{L}*|drück\p{L}*|zahl\p{L}*|cliquez|choisi\p{L}*|payez|pulsa|elige|paga(?:r|ndo)?|clicca|scegli|clique|escolha|klik|kies|betaal|kliknij|wybierz|klicka|välj)\s(?:on |auf |sur |en |su |em |op |w |på |with |mit |avec |con |com |met )?["“„«‘]?\s?$/iu;
const HANDS_OUT =
  /(?<!\p{L})(?:hands? out|giv(?:es|ing) (?:out|away|you)|dishing out|shar(?:es|ing)|running|accept(?:s|ing)?|honou?r(?:s|ing)?|verteil(?:t|en)|verschenkt|distribue|donne|reparte|regala|distribuisce|oferece|deelt|rozdaje|delar ut)\s["“„«‘]?\s?$/iu;
const FOR_OFF = /^["'”»’)]?,?\s(?:for|für|pour|para|por|per|voor|za|för)\s/iu;

/** In capitals, right before the place where it is entered, or handed out for something off: `SAVENOW at checkout`. */
function isAtPlace(
  { shape, code, masked }: CodeAt,
  before: string,
  after: string,
  sentence: string,
): boolean {
  if (masked || (shape !== 'strong' && (shape !== 'caps' || code.length < 5))) return false;
  if (!/\p{Ll}{3}/u.test(sentence) || PRESSED.test(before)) return false;
  const handed = HANDS_OUT.test(before) || /:\s["“„«]?$/u.test(before);
  const equals = /^\s?=\s?[-–]?\s?(?:[$£€]\s?)?\d/.test(after);
  return AT_CHECKOUT.test(after) || ((equals || (handed && FOR_OFF.test(after))) && gives(after));
}

/** A verb of typing before it and the place after, or both before. */
function isTyped(before: string, after: string, { apart, written, name }: Looks): boolean {
  const toPlace = PLACE.exec(after.slice(0, PLACE_CHARACTERS + 10));
  const near = toPlace !== null && !/[.!?;]/.test(after.slice(0, toPlace.index));
  if (TYPES.test(before)) {
    const ends = /^["'”»’]?(?:[.,;!)]|$)/u.test(after);
    if (ends && !name && PLACE.test(before) && !CART.test(PLACE.exec(before)?.[0] ?? '')) return true;
    if (apart || (written && !/\s(?:in|the|a)\s$/i.test(before))) return near || apart || /\d/.test(after);
    if (PUTS.test(before) && CART.test(toPlace?.[0] ?? '')) return false;
    return near && !name && !/^\s(?:\p{L}+\s){3,}/u.test(after.slice(0, toPlace.index));
  }
  // `Wpisz w koszyku piernik`, `Vul bij het afrekenen fietsmaatje in`
  const place = PLACE_LAST.exec(before);
  if (place === null || !PLACE.test(place[0])) return false;
  const verb = TYPES.test(`${before.slice(0, place.index)} `);
  return verb && (apart || written || (!name && /^(?:\sin\s|\sein(?:\s|$|[.,])|[,.!]|$)/u.test(after)));
}

function isWithIt(code: CodeAt, after: string, sentence: string): boolean {
  const { shape, quoted: apart } = code;
  if (apart && BRINGS.test(after)) return true;
  const caps = shape === 'caps' && code.code.length >= 4 && /\p{Ll}{3}/u.test(sentence);
  const written = shape === 'strong' || shape === 'mixed';
  if ((caps || written || apart) && AT_SITE.test(after) && gives(sentence)) return true;
  if (caps && BRINGS.test(after) && gives(sentence)) return true;
  return (
    caps &&
    /^\s(?:for|für|pour|para|per|voor|för)\s/i.test(after) &&
    (findDiscount(after) !== null || GIFT.test(after))
  );
}

/** `a coupon for readers, **PICNIC**, that …`, `my code is still live (SUN15)`: in the sentence of the word for it. */
function isNamedBefore(code: CodeAt, text: string, after: string): boolean {
  const before = text.slice(Math.max(0, code.start - 70), code.start);
  const sentence = before.split(/[.!?](?=\s)/).at(-1) ?? '';
  const label = sentence.search(STRONG_LABEL) !== -1;
  if (code.shape === 'strong' && label && /\($/.test(sentence) && after.startsWith(')')) return true;
  return (
    code.quoted &&
    code.shape !== 'word' &&
    /[,:(–—]\s["“„«‘]?$/u.test(sentence) &&
    (label || sentence.search(WEAK_LABEL) !== -1)
  );
}

function sentenceAround(text: string, { start, end }: CodeAt): string {
  const before = text.slice(Math.max(0, start - SENTENCE_CHARACTERS), start);
  const after = text.slice(end, end + SENTENCE_CHARACTERS);
  const from = [...before.matchAll(/[.!?…](?=\s+\p{Lu})/gu)].at(-1);
  return `${before.slice(from ? from.index + 1 : 0)}${text.slice(start, end)}${after.split(/[.!?…](?=\s+["“„]?\p{Lu}|$)/u, 1)[0] ?? ''}`;
}
