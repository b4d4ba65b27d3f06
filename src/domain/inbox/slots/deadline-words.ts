import { HOLIDAY, SPAN, TIME, WHEN } from './when-words.ts';

const TEXT_MAX = 3_000;
const LETTER_BEFORE = '(?<![\\p{L}\\p{N}.])';
const LETTER_AFTER = '(?![\\p{L}\\p{N}])';

/** Words that make of a date one by which something is to be done. */
const BY =
  'no later than|not later than|not after|by|before|latest(?: by)?|due(?: on| by)?|deadline(?:,? which)?(?: is|:)?|embargo(?: until)?:?|in time for|until|till|bis(?: spätestens)?(?: zum| zur)?|spätestens(?: am| bis| zum)?|vor(?: dem)?|frist(?:ende)?(?: wäre| ist| endet)?:?|redaktionsschluss(?: ist)?:?|innan|pra(?:zo é|zo termina)|plazo (?:vence|es|termina)(?: el)?|avant(?: le| la| l.)?|d.ici(?: à| au| le| la| l.)?|au plus tard(?: le| à)?|pour (?:le|la)|jusqu.(?:au|à|en)(?: la)?|antes del?|para (?:el|la|este)|a más tardar(?: el)?|hasta(?: el| la)?|entro(?: e non oltre)?(?: il| la| le| l.)?|prima d(?:i|el|ella)|fino al?|até(?: às?| ao?| à| o| ao dia)?|o mais tardar|voor|vóór|uiterlijk(?: op)?|tegen|tot(?: en met)?|senast(?: den)?|inden|قبل(?: يوم)?|حتى';
const WITHIN =
  'within(?: the next)?|in(?= \\d+\\s?h)|innerhalb(?: von)?|binnen|sous|dans (?:un délai de|les)|en (?:un|el) plazo de|dentro de|entro|no prazo de|(?:prazo|termijn|frist) (?:de|van|von)|inom|w ciągu|w terminie|expires in|you have|خلال';
const AT_THE_LATEST =
  /^[\s,]{0,3}(?:at the (?:very )?latest|latest\b|au plus tard|spätestens|a más tardar|al più tardi|como (?:muy )?tarde|o mais tardar|uiterlijk|is the (?:deadline|cut-?off)|is het uiterste)/iu;

const MARKED = new RegExp(
  `${LETTER_BEFORE}(?:${BY})\\s(?:(?:the|this|next|coming|kommenden|nächsten|prochain|próximo|prossimo|volgende|komende|ideally|her|his|their|our|my|close of business on|end of business on)\\s){0,2}(?<when>${WHEN}|${HOLIDAY}|${TIME})${LETTER_AFTER}`,
  'giu',
);
const SPANNED = new RegExp(
  `${LETTER_BEFORE}(?:${WITHIN})\\s(?:the next\\s)?(?<when>${SPAN})${LETTER_AFTER}`,
  'giu',
);
/** A clock time alone says when something ends or appears, if its sentence does. */
const AT_TIME = new RegExp(
  `${LETTER_BEFORE}(?:at|um|à|a las|alle|às|om|kl\\.?)\\s(?<when>${TIME})${LETTER_AFTER}`,
  'giu',
);
const BARE = new RegExp(`${LETTER_BEFORE}(?<when>(?:on |am |next )?${WHEN})${LETTER_AFTER}`, 'giu');
/** Something ends, opens or appears then. */
const EVENT =
  /(?<!\p{L})(?:clos(?:e|es|ed|ing)|ceas\p{L}+|stops?|switched off|deactivated|discontinu\p{L}+|released|cancelled|filming|prend(?:ra)? (?:fin|effet)|arrêt\p{L}+|kündig\p{L}+|deadline|due|(?:go|goes|going) (?:live|out|to (?:print|press))|live stream\w*|print(?:s|ers?|ing)?|fil(?:e|ing)|record(?:ing)?|launch(?:es|ing)?|expir(?:es?|y|ing)|ends?|lapses?|runs? out|lock(?:ed)?|photographed|lay (?:it|the|them)|publish(?:ing)?|embargo|goes up|running|held|live on|cut-?off|return date|payday|frist|plazo|prazo|termijn|geschlossen|geht|boucl\p{L}+|en ligne|publico|publicamos|cerramos|emitir|antena|si chiude|chiud[eo]|in onda|online|diretta|de deur uit|läuft .{0,30}aus|endet|druck\p{L}*|redaktionsschluss|einbuchen|erscheint|bouclage|clôture|s.arrête|expire|caduca|cierr\p{L}+|scade|chiusura|in stampa|termina|encerra\p{L}*|verloopt|loopt .{0,20}af|gaat .{0,20}(?:online|live|uit)|afsluit\p{L}*)(?!\p{L})/iu;
/** Somebody asks for something. */
const ASKED =
  /(?<!\p{L})(?:need(?:ed)?|we ask|ask you|(?:i.d|would) love|if (?:i|we) (?:don.?t|do not) hear|any answer|behöver|could (?:you|we|i|it)|can (?:you|we|i)|please|pls|kindly|confirm|let me know|i must have|we must|have to|bitte|brauch\p{L}*|bräucht\p{L}*|könn(?:en|t|ten|tet)|müss(?:en|ten)|il (?:me|nous|m.en|nous en) fau(?:t|drait)|merci de|pou(?:vez|rriez|rrait)|podéis|puede[ns]?|podría\p{L}*|necesit\p{L}+|por favor|mi serv\p{L}+|occor\p{L}+|potete|potreste|puoi|precis\p{L}+|conseguem|podem|graag|kunnen (?:jullie|we)|kun(?:t)? (?:u|je)|zou(?:den)?)(?!\p{L})/iu;
/** So near that who names it wants something by then. */
const NEAR =
  /^(?:on )?(?:today|tonight|tomorrow|tmrw|this afternoon|this evening|this week|heute|morgen|ce soir|demain|aujourd.hui|esta noche|mañana|hoy|stasera|oggi|domani|domattina|hoje|amanhã|vandaag|vanavond|vanmiddag)|(?:today|tonight|tomorrow)$/iu;
/** Until now: it tells how long something has been so. */
const SO_FAR =
  /(?:bis|jusqu.à|hasta|fino ad?|até|tot|until|till)\s(?:heute|aujourd.hui|hoy|oggi|hoje|vandaag|today|now)$/iu;
/** It tells of what was, or of since when something is. */
const NO_DEADLINE_BEFORE =
  /(?<!\p{L})(?:since|from|as of|after|ago|last|past|every|each|sent|dated|was|were|went|updated|ab|seit|vom|nach|letzten?|jeden|depuis|dès|à partir d[eu]|après|dernier|chaque|desde|tras|pasad[oa]|cada|dal|dall.|dopo|scors[oa]|ogni|desde|após|toda|vanaf|sinds|na|vorige|elke|od|från|op)\s(?:(?:the|dem|le|la|el|il|o|a|de|early|mid)\s)?$/iu;

const SCORE_MIN = 3;

export interface DeadlineWords {
  /** As written, without the word that marks it. */
  readonly text: string;
  readonly index: number;
}

/**
 * The date, moment or span by which a mail wants something, as written; null when it names none.
 *
 * A date counts where a word marks it (by, bis, avant, entro, …), or where its sentence asks for something or says that
 * something ends or appears then: any other date only tells when something was or is.
 */
export function deadlineWords(text: string): DeadlineWords | null {
  const words = text.slice(0, TEXT_MAX);
  const found = [
    ...scored(words, MARKED, 4),
    ...scored(words, SPANNED, 4),
    ...scored(words, BARE, 1),
    ...scored(words, AT_TIME, 1),
  ].filter(({ score }) => score >= SCORE_MIN);
  const [best] = found.sort((a, b) => b.score - a.score || a.index - b.index);
  return best ? { text: best.text, index: best.index } : null;
}

function* scored(text: string, pattern: RegExp, base: number): Generator<DeadlineWords & { score: number }> {
  for (const match of text.matchAll(pattern)) {
    const whole = match.groups?.when ?? '';
    const index = match.index + match[0].length - whole.length;
    const when = whole.replace(/[\s.,]+$/u, '');
    const sentence = sentenceAround(text, index);
    const score =
      base +
      (AT_THE_LATEST.test(text.slice(index + when.length, index + when.length + 30)) ? 4 : 0) +
      (EVENT.test(sentence) ? 2 : 0) +
      (ASKED.test(sentence) ? 1 : 0) +
      (NEAR.test(when) ? 1 : 0) -
      (SO_FAR.test(match[0]) ? 4 : 0) -
      (NO_DEADLINE_BEFORE.test(text.slice(Math.max(0, match.index - 24), match.index)) ? 3 : 0);
    yield { text: when, index, score };
  }
}

function sentenceAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 160), at);
  const after = text.slice(at, at + 80);
  const start = Math.max(
    before.lastIndexOf('. '),
    before.lastIndexOf('\n'),
    before.lastIndexOf('? '),
    before.lastIndexOf('! '),
  );
  const [end = after] = after.split(/[.?!]\s|\n/u, 1);
  return before.slice(start + 1) + end;
}
