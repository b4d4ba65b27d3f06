import { type CodeAt, codeAt } from './code-at.ts';
import { CHECKOUT_WORD, ENTER_WORD, OTHER_CODE_BEFORE } from './code-words.ts';
import { findDiscount } from './find-discount.ts';
import { GIFT, MONEY_WORD } from './lexicon/naming-words.ts';
import { CODE_LAST, OTHER_BEFORE } from './lexicon/other-numbers.ts';
import type { TextAround } from './text-around.ts';

/** What the signs for a code must add up to. */
const POINTS_MIN = 4.6;
const WRITES_POINTS = 2.5;
/** A discount in the sentence and, after a colon, the code as its end. */
const ENDS_POINTS = 3.6;
/** Named after what they take off, as `SAVE20`. */
const PERCENT_NAME = /^\p{L}{3,}-?(?:5|7|8|10|12|15|18|20|25|30|35|40|45|50|60|70|75|80)(?:OFF)?$/iu;
const SENTENCE_CHARACTERS = 140;
const NEAR_CHARACTERS = 45;
const TOKENS_MAX = 4_000;

const TOKEN = /(?<![\p{L}\p{N}#@/&$€£_.+'’-])(?:["“„«‹「'‘`]\s?)?[\p{Lu}\p{N}\p{Ll}]/gu;
const ORDINARY = /[\p{Ll}][\p{Ll}'’]*(?![\p{L}\p{N}_-])/uy;
/** Writing a code somewhere, just before it; people may say so of themselves and of others. */
const WRITES =
  /(?<!\p{L})(?:enter(?:s|ed|ing)?|type|key in|punch in|apply|redeem|paste|quote|tapez|tape|saisissez|saisir|entrez|introduce|introduces|escribe|digita|digite|insira|inserisci|inserite|eingeben|gib|gebt|trage?|tragt|tippe|vul|voer|wpisz|podaj|ange|skriv|indtast|tast|syötä|zadej|zadejte|írd be|introdu|gir|введите)\s(?:in )?["“„«‹「'‘`]?\s?$/iu;
const USES =
  /(?<!\p{L})(?:us(?:e|es|ed|ing)|try|tentez|essayez|stack|add|with|via|got|have|grab|mention|mit|nutzt?|nutze|avec|utilise[zr]?|con|usa(?:ndo|d|r)?|utiliza(?:ndo)?|com|use|met|gebruik|z|użyj|med|använd|brug|bruk|s kódem|použij|с)\s(?:the |my |our |den |unserem |le |el |il |o )?["“„«‹「'‘`]?\s?$/iu;
/** The field for codes, just after: `put SAVE in the box`. */
const IN_FIELD =
  /^["'“”„«»]?\s(?:in(?:to)?|im|ins|in das|dans|nel|en|no|na)\s(?:the |le |la |el |il )?(?:(?:promo|coupon|voucher|discount|code) )?(?:box|field|feld|champ|case|campo|casilla|casella)(?!\p{L})/iu;
const FOLLOWS =
  /^["“”»›」'’`)]?\s(?:and |you |u |now |still |noch |vous avez |y |e |et |und |och |en |i |la |til |for |ger |= )?(?:get|gets|got|gives?|gave|takes?|took|saved|knocked|adds?|saves?|knocks?|brings?|unlocks?|works?|worked|is good|bringt|spart|gibt|sparst|macht|donne|retire|enlève|offre|da|te da|quita|ahorra|dá|tira|toglie|geeft|scheelt|daje|obniża|ger|giver|gir|drar)(?!\p{L})/iu;
const OTHER_SHAPE = /^(?:\d+[-x+]?(?:for[-x]?)?\d+|[A-Z]\d|\d+[A-Z]{1,3})$/i;
/** A brand just before, as before a model's number: `Sony WH-1000`. */
const NAME_BEFORE = /(?<=[\p{L}\d,)] )\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}+)?\s$/u;

/**
 * Codes that no single rule is sure of, when enough speaks for them: their shape, bold or quotes, a verb of entering before, what
 * they take off after, a discount in the sentence; numbers of goods, orders and firms are weighed against.
 */
export function likelyCodes(text: string, around: TextAround): CodeAt[] {
  const found: CodeAt[] = [];
  let read = 0;
  for (const { index, 0: start } of text.matchAll(TOKEN)) {
    read += 1;
    if (read > TOKENS_MAX) break;
    ORDINARY.lastIndex = index;
    const quoted = start.length > 1;
    const apart = quoted || around.setOff.some(([from, to]) => Math.abs(from - index) <= 1 && to > index);
    if (!apart && ORDINARY.test(text)) continue;
    const code = codeAt(text, index);
    if (code === null || code.masked || code.shape === 'digits' || code.code.includes(' ')) continue;
    if (OTHER_SHAPE.test(code.code)) continue;
    if (pointsOf(code, text, around) >= POINTS_MIN) found.push(code);
  }
  return found;
}

const MONEY = /[$£€¥₹₩₺]\s?\d|\d\s?(?:€|£|\$|zł|kr(?!\p{L})|kč|₽|руб|円|元|tl(?!\p{L})|%)/iu;
/** Few letters and a number, as models, forms and goods are called. */
const MODEL_SHAPE = /^\p{Lu}{1,4}-?\p{N}{1,4}$|^\p{Lu}{1,4}-\p{Lu}{1,2}\p{N}{1,3}$/u;
const FLIGHT_SHAPE = /^\p{Lu}{2}-?\p{N}{3,4}$/u;
const ACCEPTS =
  /(?<!\p{L})(?:has|have|there[’']s|there is|jest|hay|finns|c[’']è|gibt es|il y a|is er|há|offers?|accepts?|takes?|honou?rs?|hat|nimmt|akzeptiert|accepte|prend|acepta|tiene|accetta|prende|aceita|tem|heeft|accepteert|przyjmuje|ma|har|tar)\s(?:still |noch |immer noch |encore |todavía |aún |ancora |ainda |nog |jeszcze |fortfarande )?["“„«‘]?\s?$/iu;
const SHAPE_POINTS = { strong: 2, caps: 0.5, mixed: 0.5, word: -1, digits: -1, none: -9 } as const;

function pointsOf(code: CodeAt, text: string, { setOff, offer, aboutCodes }: TextAround): number {
  const before = text.slice(Math.max(0, code.start - SENTENCE_CHARACTERS), code.start);
  const after = text.slice(code.end, code.end + SENTENCE_CHARACTERS);
  if (
    OTHER_BEFORE.test(before.slice(-NEAR_CHARACTERS)) ||
    OTHER_CODE_BEFORE.test(before.slice(-24).replace(CODE_LAST, ''))
  )
    return 0;
  const bold = setOff.some(([from, to]) => Math.abs(from - code.start) <= 1 && Math.abs(to - code.end) <= 1);
  const hyphened = code.shape === 'caps' && /-/.test(code.code);
  if (code.shape === 'caps' && code.code.length < 4) return 0;
  if (code.shape === 'word' && !bold && !code.quoted) return 0;
  const sentence = sentenceAround(before, code.code, after);
  let points =
    SHAPE_POINTS[code.shape] +
    (hyphened || (/^\p{L}{3,}\d{1,3}$/u.test(code.code) && code.shape === 'mixed') ? 1 : 0) +
    (/^\d/.test(code.code) ? -0.5 : 0);
  if (bold || code.quoted) points += 1.5;
  if (aboutCodes) points += 1;
  else if (offer) points += 0.5;
  const verb = verbPoints(before);
  const offered = followPoints(before, after, sentence);
  const plain = !bold && !code.quoted;
  // A shop in capitals may give 20 % off too.
  if (plain && code.shape === 'caps' && !hyphened && verb === 0 && offered < ENDS_POINTS) return 0;
  if (plain && offered === 0 && verb < WRITES_POINTS) points -= 1;
  if (PERCENT_NAME.test(code.code)) points += 0.7;
  if (IN_FIELD.test(after)) points += 2;
  points += verb + offered;
  if (verb === 0 && ACCEPTS.test(before.slice(-NEAR_CHARACTERS))) points += 1;
  if (!bold && (verb === 0 ? MODEL_SHAPE : FLIGHT_SHAPE).test(code.code) && verb < WRITES_POINTS)
    points -= 1.5;
  if (sentence.search(CHECKOUT_WORD) !== -1 && sentence.search(ENTER_WORD) !== -1) points += 1;
  if (code.shape !== 'strong' && !bold && !code.quoted && !/\p{Ll}{3}/u.test(sentence)) points -= 2;
  if (code.shape === 'strong' && !bold && verbPoints(before) === 0 && NAME_BEFORE.test(before)) points -= 1.5;
  return points;
}

function verbPoints(before: string): number {
  const near = before.slice(-NEAR_CHARACTERS);
  if (WRITES.test(near)) return WRITES_POINTS;
  return USES.test(near) ? 2 : 0;
}

function followPoints(before: string, after: string, sentence: string): number {
  const discount = findDiscount(sentence);
  const gift = GIFT.test(sentence);
  const money = MONEY.test(sentence) || MONEY_WORD.test(sentence);
  let points = discount !== null ? 1.5 : gift ? 1 : money ? 0.5 : 0;
  const near = after.slice(0, NEAR_CHARACTERS);
  if (FOLLOWS.test(after) && (discount !== null || money || gift)) points += 2;
  if (findDiscount(near) !== null || MONEY.test(near)) points += 0.5;
  // `SAVE-NOW, 30 € from 250 €`
  if (/^["“”»’)]?\s?[,:=–—-]\s?(?:[-–−]\s?)?(?:[$£€]\s?)?\d{1,4}\s?(?:%|€|£|\$|zł|kr|,-)/u.test(after))
    points += 1;
  if (near.search(CHECKOUT_WORD) !== -1 && near.search(ENTER_WORD) !== -1) points += 2;
  const ends = /^["“”»›」'’`)]?\s{0,2}(?:$|[.!,;·|]|[–—-]\s)/u.test(after);
  // `20 % off: SAVE20`, `… for everybody, SAVE20.`
  if (ends && /[:=→➡»>|]\s{0,2}["“„«'‘]?$/u.test(before)) points += discount !== null ? 2.1 : 1.6;
  else if (ends && /[,;–—(]\s{0,2}$/u.test(before)) points += 1;
  return points;
}

function sentenceAround(before: string, code: string, after: string): string {
  const start = [...before.matchAll(/[.!?…](?=\s+\p{Lu})|\s[|·•]\s/gu)].at(-1);
  const stop = /[.!?…](?=\s+["“„]?\p{Lu}|$)|\s[|·•]\s/u.exec(after);
  return `${before.slice(start ? start.index + 1 : 0)}${code}${after.slice(0, stop ? stop.index : undefined)}`;
}
