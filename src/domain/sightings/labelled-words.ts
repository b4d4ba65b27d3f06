import { type CodeAt, codeAt, wholeCode } from './code-at.ts';
import { OTHER_CODE_AFTER, OTHER_CODE_BEFORE, STRONG_LABEL, WEAK_LABEL } from './code-words.ts';
import { findDiscount } from './find-discount.ts';
import { BRINGS, GIFT, PLACE } from './lexicon/naming-words.ts';
import { namedCode } from './named-code.ts';
import { phraseAt } from './phrase-at.ts';
import type { TextAround } from './text-around.ts';

const AHEAD_CHARACTERS = 70;
/** Words that say what it is called, not what it is like. */
const CALLED =
  /^\s(?:(?:is|are|ist|wird|est|es|è|é|jest|är|är)?\s?(?:called|named|lautet|heißt|nennt sich|s[’']appelle|se llama|si chiama|chama-se|heet|luidt|nazywa się|brzmi|heter|lyder))\s["'“„«‘]?/iu;
const TOLD_TO =
  /(?<!\p{L})(?:use|using|enter|apply|with|mit|nutzt?|avec|utilise[zr]?|con|usa|usad|com|use[mn]?|met|gebruik|z|użyj|med|använd|ange)\s(?:(?:the|my|our|dem|den|unserem|meinem|le|notre|mon|el|nuestro|mi|il|mio|o|nosso|meu|de|onze|mijn)\s)?$/iu;
/** What stands between `code` and a colon when the colon begins something else. */
const OTHER_LIST =
  /(?:valid|gültig|gilt|vale|valable|valido|válido|geldig|for|on|für|auf|pour|sur|para|per|su|voor|op|na|på|type|status|format|field|required|error|here|hier|ici|aquí|qui|aqui)\s?$/iu;

/** Ordinary words that are called a code: `with the code sunshine you get 10 %`, `Code: happy feet`, `the code for you: frosty`. */
export function labelledWords(text: string, { offer, aboutCodes, setOff }: TextAround): CodeAt[] {
  const found: CodeAt[] = [];
  const strong = [...text.matchAll(STRONG_LABEL)].map((label) => ({ label, sure: true }));
  const weak = [...text.matchAll(WEAK_LABEL)].map((label) => ({ label, sure: false }));
  for (const { label, sure } of [...strong, ...weak]) {
    const at = label.index + label[0].length;
    const before = text.slice(Math.max(0, label.index - 24), label.index);
    const ahead = text.slice(at, at + AHEAD_CHARACTERS);
    if (OTHER_CODE_BEFORE.test(before) || (!sure && OTHER_CODE_AFTER.test(ahead))) continue;
    if (!sure && !offer && !aboutCodes) {
      if (TOLD_TO.test(before)) found.push(...written(text, at));
      continue;
    }
    const code =
      quotedPhrase(text, at, setOff) ??
      afterColon(text, at, label[0]) ??
      word(text, at, ahead) ??
      later(text, at, ahead);
    if (code !== null) found.push(code);
  }
  return found;
}

/** `use code SUMMER-DAYS` needs no offer beside it. */
function written(text: string, at: number): CodeAt[] {
  const code = codeAt(text, at + 1);
  return code && (code.shape === 'strong' || (code.shape === 'caps' && code.code.length >= 5)) && !code.masked
    ? [code]
    : [];
}

function quotedPhrase(text: string, at: number, setOff: TextAround['setOff']): CodeAt | null {
  const link = /^\s?[:=]?\s{0,2}/.exec(text.slice(at, at + 5))?.[0].length ?? 0;
  return phraseAt(text, at + link, setOff);
}

/** Nothing but the code after it. */
function afterColon(text: string, at: number, label: string): CodeAt | null {
  const rest = /^\s?[:=]\s?([^\n.,;:!?|(]{4,26}?)(?=$|[\n.,;!|(]|\s[–—-]\s)/u.exec(
    text.slice(at, at + 40),
  )?.[1];
  if (rest === undefined || /s$|^(?:gutschein|voucher|coupon|cup)/i.test(label)) return null;
  const code = namedCode(rest);
  return code === null || code.shape === 'digits' ? null : placed(code, text, at);
}

/** One word right after it, and then what it brings or where it goes. */
function word(text: string, at: number, ahead: string): CodeAt | null {
  const called = CALLED.exec(ahead)?.[0];
  const code = codeAt(text, at + (called?.length ?? 1));
  if (code?.shape !== 'word' || code.code.length < 4 || BRINGS.test(` ${text.slice(code.start)}`))
    return null;
  const rest = text.slice(code.end, code.end + AHEAD_CHARACTERS);
  if (called !== undefined) return code;
  if (!/^\s/.test(ahead)) return null;
  const gives = findDiscount(rest) !== null || GIFT.test(rest);
  return gives && (BRINGS.test(rest) || PLACE.test(rest.slice(0, 24).replace(/^(\s\S+\s\S+\s).*$/u, '$1')))
    ? code
    : null;
}

/** `the code for you: frosty.` */
function later(text: string, at: number, ahead: string): CodeAt | null {
  const between =
    /^((?:\s[\p{L}\d%€£$’'-]+){1,5})\s?:\s["'“„«‘]?(?=[\p{L}\p{N}-]{4,24}["'”“»’]?\s?(?:$|[.!]))/u.exec(
      ahead,
    );
  if (!between || OTHER_LIST.test(between[1] ?? '')) return null;
  const code = wholeCode(ahead.slice(between[0].length).split(/[\s.!]/, 1)[0] ?? '');
  return code === null || code.shape === 'digits' ? null : placed(code, text, at);
}

function placed(code: CodeAt, text: string, from: number): CodeAt {
  const start = text.indexOf(code.code, from);
  return { ...code, start, end: start + code.code.length };
}
