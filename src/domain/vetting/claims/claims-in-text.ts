import { foldText } from '../../text/fold-text.ts';
import type { Platform } from '../application.ts';
import { readCount } from '../read-count.ts';

/** A figure that a text claims of its writer's profile. */
export interface Claim {
  readonly of: 'followers' | 'engagementRate' | 'views' | 'likes';
  /** Count, or a fraction for `engagementRate`. */
  readonly value: number;
  /** The platform named beside it; null when none is. */
  readonly platform: Platform | null;
}

const FIGURE =
  "((?<![\\d.,])\\d[\\d.,' \\u00a0\\u202f]{0,14}\\d|(?<![\\d.,])\\d)\\s?(\\+)?\\s?(k|m|mn|mio\\.?|tsd\\.?|tausend|thousand|mille|mila|mil(?= )|duizend|tys\\.?|tusen|bin|million\\w*|millon\\w*|milion\\w*|milhao|milhoes|miljoen|miljon\\w*|milyon|الف|الاف|مليون|万)?(?![\\p{L}\\p{N}])\\+?";
const OF =
  "(?:\\s(?:engaged|loyal|real|active|organic|amazing|echte[nr]?|treue[nr]?|aktive[nr]?|echten|reali|reels|verdadeiros|actifs?|de|d'|of|von|van|di|instagram|insta|tiktok|tik tok|youtube|yt|ig)){0,3}";
const FOLLOWERS =
  '(?:followers?|follows|followern|abonne\\w*|abonnent\\w*|abonnes|abonados|suscriptores|seguidor\\w*|seguaci|iscritti|inscritos|volgers|obserwuj\\w*|obserwator\\w*|subskrybent\\w*|subscribers?|subs|fans|foljare|takipci\\w*|prenumeranter|متابع\\w*|مشترك\\w*|フォロワー|登録者)';
const ENGAGEMENT =
  "(?:engagement|engagement[- ]?rate|er|interaktionsrate|interaktion|engagementrate|taux d'engagement|engagement moyen|interaccion|tasa de (?:interaccion|engagement)|tasso di (?:coinvolgimento|engagement)|coinvolgimento|interazione|taxa de (?:engajamento|envolvimento)|engajamento|envolvimento|betrokkenheid|zaangazowani\\w*|engagemang|etkilesim|تفاعل|التفاعل|エンゲージメント)";
const VIEWS =
  '(?:views?|aufrufe?n?|vues|visualizaciones|vistas|reproducciones|visualizzazioni|visualizacoes|weergaven|wyswietl\\w*|visningar|izlenme|مشاهد\\w*|再生)';
const LIKES = "(?:likes|me gusta|curtidas|j'aime|gefallt mir|beğeni|اعجاب)";
const AFTER_FOLLOWERS = new RegExp(`${FIGURE}${OF}\\s${FOLLOWERS}`, 'gu');
const BEFORE_FOLLOWERS = new RegExp(`(?<!\\p{L})${FOLLOWERS}\\s?[:=(]+\\s?${FIGURE}`, 'gu');
const PEOPLE =
  '(?:people|folks|pals|humans|leute\\w*|menschen|personnes|gens|personas|gente|persone|pessoas|mensen)';
const FOLLOW =
  '(?:follow\\w*|watch\\w*|read\\w*|subscribe\\w*|folgen|lesen|suivent|siguen|seguono|seguem|volgen)';
const PEOPLE_FOLLOW = new RegExp(
  `${FIGURE}\\s(?:\\p{L}+\\s){0,2}?${PEOPLE}\\s(?:\\p{L}+\\s){0,2}?${FOLLOW}|(?:followed by|gefolgt von|suivie? par|seguid[oa] (?:por|da)|seguit[oa] da|gevolgd door)\\s(?:\\p{L}+\\s){0,2}?${FIGURE}`,
  'gu',
);
const AFTER_PERCENT = new RegExp(
  `(\\d{1,3}(?:[.,]\\d{1,2})?)\\s?(?:%|percent|prozent|pour cent|por ciento|per cento|por cento|procent|proc\\.|بالمئة|٪)(?:\\s\\p{L}+){0,3}?\\s${ENGAGEMENT}(?!\\p{L})`,
  'gu',
);
const BEFORE_PERCENT = new RegExp(
  `(?<!\\p{L})${ENGAGEMENT}(?:[- ]?(?:rate|quote|moyen))?[^\\d.!?\\n]{0,25}?(\\d{1,3}(?:[.,]\\d{1,2})?)\\s?(?:%|percent|prozent|٪)`,
  'gu',
);
const AVERAGE =
  '(?:average|avg|averaging|on average|typical\\w*|per (?:video|post|reel|clip)|each (?:video|reel|upload|post|clip|short|tiktok)|every (?:video|reel|upload|post|clip|short|tiktok|one)|all my (?:videos|reels|uploads)|jedes (?:video|reel)|chaque (?:video|reel)|cada (?:video|reel)|ogni (?:video|reel)|elke (?:video|reel)|im schnitt|durchschnitt\\w*|pro (?:video|clip|reel)|en moyenne|moyen\\w*|par video|de media|promedio|por video|in media|medi[ae]|a video|per video|em media|gemiddeld|srednio|na film|genomsnitt|ortalama|متوسط|لكل)';
const VIEWS_AVERAGE = new RegExp(
  `${AVERAGE}[^\\d.!?\\n]{0,25}${FIGURE}\\s(?:\\p{L}+\\s)?${VIEWS}|${FIGURE}\\s(?:\\p{L}+\\s)?${VIEWS}[^\\d.!?\\n]{0,25}${AVERAGE}`,
  'gu',
);
const LIKES_AVERAGE = new RegExp(
  `${AVERAGE}[^\\d.!?\\n]{0,25}${FIGURE}\\s${LIKES}|${FIGURE}\\s${LIKES}[^\\d.!?\\n]{0,15}${AVERAGE}`,
  'gu',
);

const WRITTEN: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:half a million|half a mil|eine halbe million|halbe million|un demi[- ]million|medio millon|mezzo milione|meio milhao|een half miljoen|half miljoen)\b/gu,
    '500000',
  ],
  [
    /\b(?:quarter of a million|viertelmillion|un quart de million|cuarto de millon|quarto di milione)\b/gu,
    '250000',
  ],
  [/\b(?:one|a|eine|un|una|um|een) (?:million|millon|milione|milhao|miljoen)\b/gu, '1000000'],
  [
    /\b(?:(?:one|a) hundred (?:thousand|k)|hunderttausend|cent mille|cien mil|centomila|cem mil|honderdduizend)\b/gu,
    '100000',
  ],
  [
    /\b(?:fifty (?:thousand|k)|funfzigtausend|cinquante mille|cincuenta mil|cinquantamila|cinquenta mil|vijftigduizend)\b/gu,
    '50000',
  ],
  [
    /\b(?:twenty (?:thousand|k)|zwanzigtausend|vingt mille|veinte mil|ventimila|vinte mil|twintigduizend)\b/gu,
    '20000',
  ],
  [/\b(?:ten (?:thousand|k)|zehntausend|dix mille|diez mil|diecimila|dez mil|tienduizend)\b/gu, '10000'],
];

/** What is not said of the profile as it is: aims, sums over platforms, other people's accounts, times gone by. */
const NOT_NOW =
  /\b(?:goal|aim\w*|hope|hoping|want(?:s|ed)? to|dream|by (?:next|the end|summer|christmas|20\d\d)|soon|almost|on my way|reach(?:ed|ing)? (?:my )?first|road to|towards?|target|would like|one day|helped|grew (?:a|the|their|his|her)|clients?|brand(?:'s)?|used to|back when|started (?:with|at)|from (?:0|zero)|lost|old account|previous account|before|total|combined|together|overall|across|all (?:my )?(?:platforms|channels|accounts)|in sum|between|ziel|bis (?:ende|zum|20)|insgesamt|zusammen|alle kanale|kanalubergreifend|objectif|au total|cumul\w*|ensemble|tous (?:mes )?reseaux|objetivo|meta|en total|sumando|entre todas|todas mis|obiettivo|in totale|complessiv\w*|no total|somando|todas as|doel|totaal|samen|opgeteld|alle platforms|lacznie|razem|cel|totalt|mal|tillsammans|toplam|hedef\w*|اجمالي|هدفي|مجموع)\b/u;
const PLATFORM_NAMES: readonly (readonly [RegExp, Platform])[] = [
  [/\b(?:instagram|insta|ig)\b/u, 'instagram'],
  [/\b(?:tiktok|tik tok)\b/u, 'tiktok'],
  [/\b(?:youtube|yt)\b/u, 'youtube'],
  [
    /\b(?:facebook|twitter|pinterest|twitch|snapchat|threads|linkedin|newsletter|podcast|blog|telegram|discord|mailing list)\b/u,
    'other',
  ],
];
/** The dot of an abbreviation ends no sentence. */
const ABBREVIATED = /\b(tys|tsd|mio|mln|mil|ca|approx|ok|inkl|etc)\./gu;
const SENTENCE_END = /[\n!?;|•]+|[.](?=\s|$)|,(?=\s)/u;

/** The figures that a text claims of its writer's profile as it is now, in the languages of the word lists. */
export function claimsInText(text: string): Claim[] {
  return figuresOf(foldText(text))
    .replaceAll(ABBREVIATED, '$1')
    .split(SENTENCE_END)
    .flatMap((sentence) => (NOT_NOW.test(sentence) ? [] : claimsIn(` ${sentence} `)));
}

/** Round figures that people write as words, as digits. */
const figuresOf = (folded: string): string =>
  WRITTEN.reduce((rest, [pattern, digits]) => rest.replaceAll(pattern, digits), folded);

function claimsIn(sentence: string): Claim[] {
  const platforms = PLATFORM_NAMES.flatMap(([pattern, name]) => (pattern.test(sentence) ? [name] : []));
  const platform = platforms.length === 1 ? (platforms[0] ?? null) : platforms.length === 0 ? null : 'other';
  const counts = (of: Claim['of'], patterns: readonly RegExp[]): Claim[] =>
    patterns.flatMap((pattern) =>
      [...sentence.matchAll(pattern)].flatMap((match) => {
        const at = match.slice(1).findIndex((part) => part !== undefined);
        const value = readCount(`${match[at + 1]} ${match[at + 3] ?? ''}`.trim());
        return value === null ? [] : [{ of, value, platform }];
      }),
    );
  const shares = [AFTER_PERCENT, BEFORE_PERCENT].flatMap((pattern) =>
    [...sentence.matchAll(pattern)].map(
      (match): Claim => ({
        of: 'engagementRate',
        value: Number(match[1]?.replace(',', '.')) / 100,
        platform,
      }),
    ),
  );
  return [
    ...counts('followers', [AFTER_FOLLOWERS, BEFORE_FOLLOWERS, PEOPLE_FOLLOW]),
    ...counts('views', [VIEWS_AVERAGE]),
    ...counts('likes', [LIKES_AVERAGE]),
    ...shares,
  ];
}
