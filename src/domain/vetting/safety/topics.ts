import { foldText } from '../../text/fold-text.ts';
import type { ApplicationText, ReadSentence } from '../application-text.ts';
import type { Finding, VettingFlag } from '../flag.ts';
import type { TermName } from './term-sets.ts';

interface Topic {
  readonly flag: VettingFlag;
  readonly strong: TermName;
  /** Words that say something only when several sentences use them. */
  readonly weak?: TermName;
  /** Two ideas that together in one sentence say it. */
  readonly pairs?: readonly (readonly [TermName, TermName])[];
  /** Characters that say it without a word. */
  readonly sign?: RegExp;
  /** Words that show that the sentence means something else. */
  readonly exempt: TermName;
  readonly words: string;
}

const WEAK_SENTENCES = 2;

/** Decimal odds with their word, as bettors write them; folded. */
const ODDS =
  /\b(?:odds?|quote|cuota|cote|quota|kurs|oran|odd)\s?(?:of |von |de |di |: ?)?\d{1,2}[.,]\d{1,2}\b/u;
/** A sum made in a day, a week or a month, or a sum put in and a larger one got out, told as a lure; folded. */
const MADE_MONEY =
  /\b(?:made|earned|banked|cleared) (?:over |about )?[$£€]\s?\d[\d,.]+ ?k? (?:yesterday|today|last week|last month|this week|this month|in (?:a|one|my first|\d+))|\b(?:earn\w*|mak(?:e|es|ing)|verdien\w*|gagn\w*|gan[aeo]\w*|guadagn\w*|ganh\w*|fatur\w*|zarab\w*|tjan\w*|kazan\w*)\b.{0,30}\d[\d.,]*\s?(?:k|€|\$|£|eur\w*|dollar\w*|dolar\w*|reais|zl\w*|kr\w*|tl|lira)?\b.{0,14}(?:\b(?:a|per|each) (?:day|week|month)\b|daily|weekly|monthly|am tag|pro tag|in der woche|im monat|pro monat|par jour|par semaine|par mois|al dia|diarios|a la semana|al mes|por dia|por semana|por mes|no mes|al giorno|a settimana|al mese|per dag|per week|per maand|dziennie|tygodniowo|miesiecznie|om dagen|i veckan|i manaden|gunde|haftada|ayda)|\binvest\w*\b.{0,20}\d.{0,40}\b(?:earn|guadagn|gan|gagn|verdien|get|recib|receb|zarob|tjan|kazan)\w*/u;
/** What a writer says not to touch is no sign that he does; folded. */
const DENIES =
  /\b(?:(?:i|we) (?:don't|do not|never|won't|refuse to) (?:do|promote|accept|advertise|work with|post about|talk about|cover|take)|ich (?:mache|bewerbe|nehme) (?:keine?n?|nie)|keine werbung fur|je ne (?:fais|promeus|accepte) (?:pas|jamais)|je refuse|no (?:hago|promociono|acepto|anuncio)|non (?:promuovo|accetto|pubblicizzo|faccio)|nao (?:faco|promovo|aceito|divulgo)|ik (?:doe|promoot|maak) (?:geen|nooit)|geen reclame voor|nie (?:reklamuje|promuje|przyjmuje)|jag gor (?:ingen|inte) reklam|reklam yapm\w+)\b/u;
/** So much weight lost in so short a time; folded. */
const WEIGHT_SOON =
  /(?:\d+|five|ten|vijf|tien|funf|zehn|cinq|dix|cinco|diez|cinque|dieci|dez|piec|fem|tio|bes|on)\s?(?:kg|kilo\w*|lbs?|pounds|pfund|chili|quilos)\b.{0,30}\b(?:in|en|em|within|w|pa|innerhalb|per)\b.{0,12}\b(?:week\w*|woche\w*|semaine\w*|semana\w*|settiman\w*|tydz\w*|tygodni\w*|vecka|veckor|haftada|days?|tagen?|jours|dias|giorni|dagen|dni|dagar|gunde|month|monat|mois|mes|mese|maand|miesiac\w*|manad)\b/u;

const TOPICS: readonly Topic[] = [
  {
    flag: 'gambling',
    strong: 'gambling',
    weak: 'gambling_weak',
    exempt: 'gambling_exempt',
    pairs: [['bet_word', 'bet_lure']],
    sign: ODDS,
    words: 'gambling or betting',
  },
  { flag: 'adult', strong: 'adult', exempt: 'adult_exempt', sign: /🔞/u, words: 'adult content' },
  { flag: 'weapons', strong: 'weapons', exempt: 'weapons_exempt', words: 'weapons' },
  {
    flag: 'alcohol_tobacco',
    strong: 'alcohol_tobacco',
    weak: 'alcohol_tobacco_weak',
    exempt: 'alcohol_tobacco_exempt',
    words: 'alcohol, tobacco or other drugs',
  },
  {
    flag: 'health_claim',
    strong: 'health_claim',
    exempt: 'health_claim_exempt',
    sign: WEIGHT_SOON,
    pairs: [
      ['health_verb', 'illness'],
      ['against_medicine', 'against_medicine'],
    ],
    words: 'promises about health',
  },
  {
    flag: 'financial_claim',
    strong: 'financial_claim',
    exempt: 'financial_claim_exempt',
    pairs: [['money_earn', 'money_pace']],
    sign: MADE_MONEY,
    words: 'promises of easy money',
  },
  {
    flag: 'political',
    strong: 'political',
    exempt: 'political_exempt',
    words: 'party politics or campaigns',
  },
  {
    flag: 'brand_attack',
    strong: 'brand_attack',
    exempt: 'brand_attack_exempt',
    pairs: [['brand_word', 'brand_insult']],
    words: 'attacks on brands or threats of bad reviews',
  },
  {
    flag: 'off_topic',
    strong: 'off_topic',
    exempt: 'off_topic_exempt',
    pairs: [['sell_word', 'reach_word']],
    words: 'services or trades that no retail programme sells through',
  },
];

/** Topics that a brand may not want beside its name, by our word lists; a sentence that means something else does not count. */
export function topicFindings({ sentences }: ApplicationText): Finding[] {
  return TOPICS.flatMap((topic) => {
    const clear = sentences.filter(
      (sentence) => sentence.count(topic.exempt) === 0 && !DENIES.test(foldText(sentence.text)),
    );
    const hits = clear.filter((sentence) => says(topic, sentence) && !isRemark(topic, sentence));
    const weak =
      topic.weak === undefined
        ? []
        : clear.filter((sentence) => sentence.count(topic.weak ?? topic.strong) > 0);
    if (hits.length === 0 && weak.length < WEAK_SENTENCES) return [];
    return [
      {
        flag: topic.flag,
        sentence: `It speaks of ${topic.words}${placesOf(hits.length > 0 ? hits : weak)}.`,
      },
    ];
  });
}

function says({ flag, strong, pairs = [], sign }: Topic, sentence: ReadSentence): boolean {
  if (sentence.count(strong) > 0 || sign?.test(foldText(sentence.text))) return true;
  if (flag === 'financial_claim' && sentence.count('money_exempt') > 0) return false;
  return pairs.some(([one, other]) => sentence.count(one) > 0 && sentence.count(other) > 0);
}

/** Promises about coins are another flag's matter, with a harder decision. */
const isRemark = ({ flag }: Topic, sentence: ReadSentence): boolean =>
  flag === 'financial_claim' && sentence.count('crypto') > 0 && sentence.count('crypto_lure') > 0;

/** Where it stands: `, in 2 sentences of the application and in 1 of its posts`. */
export function placesOf(sentences: readonly ReadSentence[]): string {
  const posts = sentences.filter(({ where }) => where === 'post').length;
  const about = sentences.length - posts;
  const parts = [
    about > 0 ? `${about} ${about === 1 ? 'sentence' : 'sentences'} of the application` : '',
    posts > 0 ? `${posts} of its posts’ sentences` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
