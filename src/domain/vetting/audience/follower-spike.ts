import { foldText } from '../../text/fold-text.ts';
import type { Application } from '../application.ts';
import { mean } from '../engagement-rate.ts';
import type { Finding } from '../flag.ts';
import { readCount } from '../read-count.ts';
import type { VettingPolicy } from '../vetting-policy.ts';

const DAYS: readonly (readonly [RegExp, number])[] = [
  [
    /(?:overnight|over night|in one night|in a (?:single )?day|in one day|in 24 ?h(?:ours)?|yesterday|uber nacht|an einem tag|en una noche|de la noche a la manana|en un dia|en une nuit|du jour au lendemain|en un jour|en 24 ?h(?:eures)?|in una notte|in un giorno|em uma noite|da noite para o dia|num dia|em um dia|in een nacht|in een dag|w jedna noc|z dnia na dzien|w jeden dzien|over en natt|pa en dag|bir gecede|bir gunde|في ليلة|في يوم)/u,
    1,
  ],
  [
    /(?:over|in|within|during) (?:the|a) (?:last )?weekend|am wochenende|en un week-?end|este fin de semana|nel weekend|no fim de semana|in het weekend|w weekend/u,
    2,
  ],
  [
    /(?:in|within|last|this|past) (?:just |only |the last |less than )?(?:a|one|1)? ?week\b|in einer woche|innerhalb einer woche|letzte woche|en una semana|en une semaine|in una settimana|em uma semana|numa semana|in een week|w tydzien|pa en vecka|bir haftada|في اسبوع/u,
    7,
  ],
];
const N_DAYS =
  /\b(\d{1,2}|two|three|four|five|six|zwei|drei|vier|funf|deux|trois|quatre|dos|tres|cuatro|due|tre|quattro|dois|quatro|twee|drie|dwa|trzy) (?:days|tage[n]?|jours|dias|giorni|dagen|dni|dagar|gun\w*|ايام)\b/u;
const SMALL: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  zwei: 2,
  drei: 3,
  vier: 4,
  funf: 5,
  deux: 2,
  trois: 3,
  quatre: 4,
  dos: 2,
  tres: 3,
  cuatro: 4,
  due: 2,
  tre: 3,
  quattro: 4,
  dois: 2,
  quatro: 4,
  twee: 2,
  drie: 3,
  dwa: 2,
  trzy: 3,
};
const GAINED =
  /(?:gain\w*|grew|grown|grow|jump\w*|went|from|added|got|picked up|exploded|\bup\b|\bplus\b|\+|gewachsen|gewonnen|von|dazu|gekommen|gestiegen|gagne\w*|pris|passe\w*|de|gan\w+|crec\w+|sum\w+|subi\w*|pas\w+|guadagnat\w+|salit\w*|cresciut\w*|da|cresc\w+|gegroeid|gestegen|erbij|van|przyby\w+|zyska\w+|wzros\w+|okade|fick|fran|kazan\w*|artt\w*|كسبت|زاد|ارتفع)/u;
const FIGURE =
  /((?<![\d.,])\d[\d.,' ]{0,14}\d|(?<![\d.,])\d)\s?(k|m|mio|tsd|tausend|thousand|mille|mila|mil|duizend|tys|tusen|bin|الف|الاف)?(?![\d.,]*\s?%)(?!\p{L})/gu;
const FOLLOWERS =
  /(?:follow|abonn|seguid|seguac|iscritt|inscrit|volgers|obserwuj|obserwator|subscri|\bsubs\b|suscript|subskry|foljar|takipci|متابع|مشترك)/u;
/** The dot of an abbreviation ends no sentence. */
const ABBREVIATED = /\b(tys|tsd|mio|mln|mil|ca|approx|ok)\./gu;
const SENTENCE_END = /[\n!?;]+|[.](?=\s|$)/u;
/** A post that did so many times better than the usual one explains a jump. */
const VIRAL_TIMES = 8;
const CAUSE =
  /(?:viral|featured (?:in|on|by)|shared (?:by|my)|interview|on tv|television|article|reposted|shout ?out|duet|collab|in den nachrichten|im fernsehen|geteilt von|dans la presse|a la tele|en la tele|in tv|na tv|op tv|telewizj|فيرال|ترند|التلفزيون)/u;

/** Followers that came faster than content brings them, with no post that would explain it. */
export function followerSpike(application: Application, policy: VettingPolicy): Finding[] {
  const jump = jumpInHistory(application.stats.followerHistory, policy) ?? jumpInWords(application, policy);
  if (jump === null || isExplained(application)) return [];
  return [
    {
      flag: 'follower_spike',
      sentence: `About ${Math.round(jump).toLocaleString('en-GB')} followers a day came at some time, and nothing in the application explains it.`,
    },
  ];
}

/** The largest gain of a day, where it is both large and sudden; null otherwise. */
function jumpInHistory(
  history: readonly number[],
  { followerJumpPerDay, followerJumpShare }: VettingPolicy,
): number | null {
  const gains = history
    .slice(1)
    .map((now, at) => ({ gain: now - (history[at] ?? now), before: history[at] ?? 0 }));
  const sudden = gains.filter(
    ({ gain, before }) => gain > followerJumpPerDay && gain > before * followerJumpShare,
  );
  return sudden.length === 0 ? null : Math.max(...sudden.map(({ gain }) => gain));
}

function jumpInWords(
  { bio, claimed, pitch, posts }: Application,
  { followerJumpPerDay }: VettingPolicy,
): number | null {
  const sentences = [bio, claimed, pitch, ...posts.map(({ text }) => text)].flatMap((text) =>
    foldText(text).replaceAll(ABBREVIATED, '$1').split(SENTENCE_END),
  );
  for (const sentence of sentences) {
    if (!GAINED.test(sentence) || !FOLLOWERS.test(sentence) || CAUSE.test(sentence)) continue;
    const days = daysIn(sentence);
    const gained = days === null ? null : gainIn(sentence);
    if (days !== null && gained !== null && gained / days > followerJumpPerDay) return gained / days;
  }
  return null;
}

function daysIn(sentence: string): number | null {
  const counted = N_DAYS.exec(sentence)?.[1];
  if (counted !== undefined) return SMALL[counted] ?? Number(counted);
  return DAYS.find(([pattern]) => pattern.test(sentence))?.[1] ?? null;
}

/** "From 2k to 60k" is 58k; a single figure is the gain itself. */
function gainIn(sentence: string): number | null {
  const figures = [...sentence.matchAll(FIGURE)]
    .map(([, digits = '', word = '']) => readCount(`${digits} ${word}`.trim()))
    .filter((figure) => figure !== null && figure >= 1_000)
    .map((figure) => figure ?? 0);
  if (figures.length === 0) return null;
  return figures.length === 1 ? (figures[0] ?? null) : Math.max(...figures) - Math.min(...figures);
}

function isExplained({ posts }: Application): boolean {
  const reach = posts.map(({ views, likes }) => views ?? likes ?? 0).filter((count) => count > 0);
  const best = Math.max(0, ...reach);
  const others = mean(reach.filter((count) => count !== best));
  return others !== null && best >= VIRAL_TIMES * others;
}
