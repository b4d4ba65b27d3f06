import { namesOver } from '../../../domain/sightings/names-code.ts';
import { headingSaysRetired, saysRetired } from '../../../domain/sightings/retired-words.ts';
import type { Candidate } from './candidate.ts';
import type { Card } from './cards.ts';
import type { PageLines } from './page-lines.ts';

const SMALL_CARD_CHARACTERS = 420;
const LABEL_CHARACTERS_MAX = 48;

/** Whether a page's words say of a code that it is over: its sentence, a mark beside it, an answer, its headings, its card. */
export function saidRetired(candidate: Candidate, own: string, card: Card, page: PageLines): boolean {
  if (
    saysRetired(clauseOf(own, candidate.code)) ||
    marksRetired(candidate, own) ||
    repliedRetired(candidate, page)
  )
    return true;
  const headings = page.lines[candidate.line]?.headings ?? [];
  if (headings.some(headingSaysRetired)) return true;
  if (card.shared) return false;
  if (candidate.words && candidate.how !== 'table' && card.text.length >= SMALL_CARD_CHARACTERS) return false;
  const line = page.lines[candidate.line]?.text ?? '';
  // In running text, what another sentence says to be over is something else; only a label speaks of the whole card.
  if (candidate.how === 'text' && line.length > LABEL_CHARACTERS_MAX) {
    return card.text.split('\n').some((each) => each.length <= LABEL_CHARACTERS_MAX && saysRetired(each));
  }
  return card.text.split('\n').some((each) => !namesOther(each, candidate.code) && saysRetired(each));
}

/** A cross or a skull just before it, or a status just after: `SAVE20 Inactive`. */
const marksRetired = ({ words }: Candidate, own: string): boolean =>
  namesOver(
    /^[\s:()[\]|–—-]{1,4}(\p{L}{3,14})(?!\s\p{Ll})/u.exec(words?.text.slice(words.end) ?? '')?.[1] ?? '',
  ) || /^\s?[❌✘✗✖🚫⛔💀☠🪦]/u.test(words?.text.slice(Math.max(0, words.start - 4)) ?? own);

const STILL =
  /(?<!\p{L})(?:still|noch|weiterhin|encore|toujours|todavía|aún|sigue|siguen|ancora|ainda|nog|nadal|wciąż|jeszcze|fortfarande)(?!\p{L})/iu;
const WORKS =
  /^\S+["”»)]?\s(?:did|does|works?|worked|is (?:fine|good|ok(?:ay)?|working|valid)|goes through|went through|geht|ging|funktioniert|klappt|zieht|marche|fonctionne|passe|funciona|sirve|va|funziona|werkt|doet het|działa|fungerar|funkar)(?!\p{L}|n[’']t)(?!\s(?:not|nicht|pas|niet|inte))/iu;
const BUT = /(?<!\p{L})(?:but|aber|mais|pero|ma|mas|maar|ale|men)\s/giu;

/** What took the place of something that is over. */
const INSTEAD =
  /(?<!\p{L})(?:now (?:it[’']s|it is|use|take|try)|use instead|jetzt (?:ist es|gilt|heißt er)|stattdessen|(?:maintenant|désormais|à présent),? c[’']est|ahora (?:es|vale|usad)|(?:adesso|ora) è|agora é|nu is het|teraz jest|nu är det)(?!\p{L})/giu;

/** Of `the sale is over, but SAVE20 still works` what is about the code. */
function clauseOf(own: string, code: string): string {
  const at = own.indexOf(code);
  const instead = [...own.slice(0, Math.max(0, at)).matchAll(INSTEAD)].at(-1);
  if (instead !== undefined) return own.slice(instead.index);
  const but = [...own.slice(0, Math.max(0, at)).matchAll(BUT)].at(-1);
  const clause = but === undefined ? own : own.slice(but.index);
  const works = but !== undefined && WORKS.test(clause.slice(clause.indexOf(code)));
  return STILL.test(clause) || works ? clause : own;
}

/** A quoted post, and right below it what somebody answers: `expired`, `this one is dead`. */
function repliedRetired({ element }: Candidate, page: PageLines): boolean {
  const quote = element.closest('blockquote, .quote, .quotebox');
  const last = quote && page.ranges.get(quote)?.[1];
  const answer = last === null || last === undefined ? undefined : page.lines[last + 1]?.text;
  if (answer === undefined || answer.length > 160) return false;
  const first = answer.split(/[.!?](?=\s)/, 1)[0] ?? '';
  return (
    saysRetired(first) &&
    !/(?<![\p{L}\p{N}])(?=[\p{N}-]*\p{Lu})[\p{Lu}\p{N}-]{5,}(?![\p{L}\p{N}])/u.test(first)
  );
}

/** Whether a line of the card names another code: what it says is about that one. */
export const namesOther = (line: string, code: string): boolean =>
  !line.includes(code) &&
  /(?<![\p{L}\p{N}])(?=[\p{N}-]*\p{Lu})[\p{Lu}\p{N}-]{6,}(?![\p{L}\p{N}])/u.test(line) &&
  /\p{Ll}{2}/u.test(line);
