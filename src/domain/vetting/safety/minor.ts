import { foldText } from '../../text/fold-text.ts';
import type { ApplicationText } from '../application-text.ts';
import type { Finding } from '../flag.ts';
import type { VettingPolicy } from '../vetting-policy.ts';

const N = '(1[0-9]|[4-9])';
/** Ages as words, folded. */
const AGE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:twelve|zwolf|douze|doce|dodici|doze|twaalf|dwanascie|tolv)\b/gu, '12'],
  [/\b(?:thirteen|dreizehn|treize|trece|tredici|treze|dertien|trzynascie|tretton)\b/gu, '13'],
  [/\b(?:fourteen|vierzehn|quatorze|catorce|quattordici|catorze|veertien|czternascie|fjorton)\b/gu, '14'],
  [/\b(?:fifteen|funfzehn|quinze|quince|quindici|vijftien|pietnascie|femton)\b/gu, '15'],
  [/\b(?:sixteen|sechzehn|seize|dieciseis|sedici|dezesseis|dezasseis|zestien|szesnascie|sexton)\b/gu, '16'],
  [
    /\b(?:seventeen|siebzehn|dix-sept|diecisiete|diciassette|dezessete|dezassete|zeventien|siedemnascie|sjutton)\b/gu,
    '17',
  ],
];
/** Who is as old as that. */
const WHO =
  '(?:girl|boy|kid|teen\\w*|creator|dancer|baker|student|artist|gamer|blogger|influencer|gymnast|singer|model|schuler\\w*|madchen|junge|fille|garcon|chica|chico|nina|nino|ragazz[ao]|student\\w*|menina que|menino que|garota|garoto|meisje|jongen|dziewczyn\\w*|chlopak|tjej|kille|kiz|erkek)';
/** The writer's own age, in sentences of the first person; each holds one group with the years. */
const OWN_AGE: readonly RegExp[] = [
  new RegExp(`${N}[- ]?(?:years?[- ]old|yr[- ]old|yo|y/o)\\s+${WHO}`, 'gu'),
  new RegExp(
    `\\bturned\\s+${N}\\b(?!\\s*(?:years|months|weeks|days|rows|times|pages|people|chairs|cushions))`,
    'gu',
  ),
  new RegExp(`${WHO}\\s+(?:di|de|von|van|mit|z)?\\s*${N}\\s+(?:anni|anos|ans|jahren|jaar|lat|ar)\\b`, 'gu'),
  new RegExp(`(?:^|[|•·]\\s*)${N}\\s*(?=[|•·])`, 'gu'),
  new RegExp(`(?:^|[|•·(,]\\s*)${N} (?:anitos|aninhos|annetti)\\b`, 'gu'),
  new RegExp(
    `\\b(?:j'ai|tengo|ho|tenho)\\s+${N} (?:ans|anos|anni) (?:et demi|y medio|e mezzo|e meio)\\b`,
    'gu',
  ),
  new RegExp(
    `\\b(?:i'?m|i am|im|only|just turned|just turning|turning|aged?|me,?|girl,?|boy,?|teen,?|she's|he's)\\s+(?:only |just |now |almost |nearly |a )?${N}(?=\\s*(?:years? old|yrs?\\b|y/?o\\b|yo\\b|[,.!;)&+|•-]|and\\b|but\\b|so\\b|from\\b|in\\b|this\\b|next\\b|$))`,
    'gu',
  ),
  new RegExp(
    `(?:^|[\\s|•(,])${N}\\s?(?:y/?o|yo|yr old|yrs old|years old|years young|jahre alt|ar gammal)\\b`,
    'gu',
  ),
  new RegExp(
    `(?:^|[|•·(,]\\s*)${N}\\s?(?:ans|anni|anos|jaar|jahre|lat|ar)(?=\\s*(?:[|•·,.!)]|\\p{Extended_Pictographic}|$))`,
    'gu',
  ),
  new RegExp(`^\\s*${N}\\s*(?=[|•·/]|\\p{Regional_Indicator}|\\p{Extended_Pictographic})`, 'gu'),
  new RegExp(
    `\\b(?:ich bin|bin|werde|erst)\\s+(?:erst |gerade |noch |jetzt |bald |schon |fast )*${N}\\b(?!\\s*(?:minuten|sekunden|jahre verheiratet|meter|km|tage|monate|wochen|stunden|cm|kg|mal|prozent|%|jahre (?:dabei|lang|im)))`,
    'gu',
  ),
  new RegExp(
    `\\b(?:j'ai|je viens d'avoir|j'aurai|agee? de)\\s+(?:seulement |juste )?${N} ans\\b(?! (?:d'experience|de|que|dans|d'|a ))`,
    'gu',
  ),
  new RegExp(
    `\\b(?:tengo|cumplo|acabo de cumplir|cumpli)\\s+(?:solo |apenas )?${N}(?: anos)?\\b(?! (?:anos )?(?:de experiencia|haciendo|trabajando|gatos|perros|plantas|hijos))`,
    'gu',
  ),
  new RegExp(
    `\\b(?:ho|compio|ho appena compiuto|ho compiuto)\\s+(?:solo |appena )?${N} anni\\b(?! (?:di (?:esperienza|lavoro|attivita|carriera|mestiere)|che))`,
    'gu',
  ),
  new RegExp(`\\b(?:tenho|fiz|faco|acabei de fazer)\\s+(?:so |apenas )?${N} anos\\b(?! (?:de|a ))`, 'gu'),
  new RegExp(
    `\\b(?:ik ben|ben|word)\\s+(?:pas |nu |net |bijna )?${N}(?: jaar)?\\b(?! (?:jaar )?(?:bezig|actief|lang|geleden|getrouwd))`,
    'gu',
  ),
  new RegExp(
    `\\b(?:mam|skonczylam|skonczylem|koncze)\\s+(?:dopiero |tylko |juz )?${N} lat\\b(?! (?:doswiadczenia|pracy|praktyki|stazu))`,
    'gu',
  ),
  new RegExp(
    `\\b(?:jag ar|ar|fyller|fyllt)\\s+(?:bara |snart |nyss )?${N}(?: ar(?: gammal)?)?(?=\\s*(?:[,.!]|och|$|ar\\b))`,
    'gu',
  ),
  new RegExp(`\\b${N} yasinda(?:yim|yiz)\\b`, 'gu'),
  new RegExp(`(?:عمري|انا عمري|ابلغ|سني)\\s+(?:فقط |الان )?${N}`, 'gu'),
];
const STILL_AT_SCHOOL =
  /\b(?:i'?m in (?:year [5-9]|year 1[0-3]|[5-9]th grade|1[0-2]th grade|middle school|high school|secondary school|sixth form)|i go to (?:middle|high|secondary) school|[5-9]th grader|1[0-1]th grader|high ?school (?:student|freshman|sophomore|junior)|middle ?school(?:er)? student|under 18|underage|^[5-9]th grade\b|[•|·,] ?[5-9]th grade\b|i'?m a minor|gcse student|doing my gcses|gehe in die (?:[5-9]|1[0-2])\.? klasse|in der [5-9]\. klasse|minderjahrig|noch schuler(?:in)?|je suis (?:en|au) (?:college|lycee|6e|5e|4e|3e|seconde|premiere)|collegienne|collegien|lyceenne|lyceen|mineure?|voy a (?:la )?(?:eso|secundaria|instituto)|estoy en (?:la )?(?:eso|secundaria|[1-4] de eso)|soy menor|menor de edad|faccio (?:le medie|il liceo|la (?:prima|seconda|terza) (?:media|superiore|liceo))|minorenne|ando no (?:[5-9]|1[0-2]).? ano|estou no (?:[5-9]|1[0-2]).? ano|sou menor|menor de idade|ik zit (?:in|op) (?:de (?:brugklas|middelbare)|het (?:middelbaar|vmbo|havo|vwo)|(?:[1-5] )?(?:vmbo|havo|vwo|havo)|klas [1-6])|minderjarig|chodze do (?:podstawowki|liceum|technikum|[5-8] klasy|szkoly podstawowej)|jestem (?:niepelnoletni\w*|w [1-8] klasie)|niepelnoletni\w*|jag gar i (?:[5-9]an|sjuan|attan|nian|hogstadiet|gymnasiet|arskurs [5-9])|minderarig|(?:ortaokul|lise) ogrencisiyim|lisede okuyorum|resit degilim|18 yasindan kucugum)\b|انا قاصر|طالب في الثانوية|طالبة في الثانوية|طالب اعدادي|في المرحلة المتوسطة|الصف (?:السابع|الثامن|التاسع|العاشر)/u;
const PARENT_RUN =
  /\b(?:(?:account|page|channel|profile) (?:is )?(?:run|managed|monitored|ran|handled) by (?:my |his |her |their )?(?:mum|mom|mother|dad|father|parents?|mama)|(?:mum|mom|mommy|mama|dad|parent)[- ](?:run|managed|monitored)|managed by (?:mum|mom|mama|my mum|my mom|my parents|my dad|parents)|my (?:mum|mom|parents|dad) (?:will|would|has to|have to|must|can) sign|my parents (?:said|allow|agreed|know)|ask my (?:mum|mom|parents|dad)|the (?:little )?stars? of (?:this|the|our|my) (?:page|account|channel)|kidfluencer|kid influencer|child model|child influencer|baby model|von (?:mama|meiner mama|meinen eltern|den eltern) (?:gefuhrt|betreut|verwaltet)|account von mama|meine (?:eltern|mutter|mama) (?:unterschreiben|unterschreibt|erlauben|erlaubt|mussen|muss)|gere par (?:maman|ma mere|mes parents)|compte gere par (?:maman|ma mere|mes parents)|mes parents (?:sont d'accord|signeront|doivent)|(?:gestionad[ao]|llevad[ao]|manejad[ao]) por (?:mama|mi mama|mi madre|mis padres)|mis padres (?:firman|firmaran|me dejan|tienen que)|gestito da (?:mamma|mia madre|i miei genitori)|profilo gestito da(?:lla)? (?:mamma|genitori)|i miei genitori (?:firmano|firmeranno|sono d'accordo|devono)|gerid[ao] (?:pela|por) (?:mae|minha mae|meus pais|mamae)|os meus pais (?:assinam|deixam|tem)|meus pais (?:assinam|deixam|vao)|beheerd door (?:mama|mijn moeder|mijn ouders)|mijn (?:ouders|moeder) (?:tekenen|tekent|moeten|vinden het goed)|konto prowadzi (?:mama|moja mama)|prowadzone przez (?:mame|rodzicow)|moi rodzice (?:podpisz\w+|pozwalaj\w+|musz\w+)|konto(?:t)? skots av (?:mamma|pappa|mina foraldrar)|mina foraldrar (?:skriver|maste|tillater)|hesabi annem (?:yonet\w+)|annem yonetiyor|ailem izin)\b|امي تدير|والدتي تدير|تديره امي|بادارة ماما|بادارة والدتي|طفل مؤثر|طفلة مؤثرة/u;
const ABOUT_OTHERS =
  /\b(?:my (?:\d+[- ]?(?:year|yo)|son|daughter|kid|kids|child|children|niece|nephew|dog|cat|students?|pupils)|mum of|mom of|mae de|pai de|maman de|papa de|madre de|padre de|mama de|mamma di|papa di|moeder van|vader van|mama van|mama \\d|mutter von|vater von|dad of|mother of|father of|since i was|when i was|started (?:at|when)|from the age|at (?:the )?age|for ages|years (?:of experience|in|ago|together|married|sober|on)|mein(?:e|em|en|er)? (?:sohn|tochter|kind\w*)|seit ich|als ich|jahren erfahrung|mon fils|ma fille|mes enfants|quand j'avais|depuis (?:que|mes|l'age)|mi hij[oa]|mis hijos|cuando tenia|desde los|mi[oa] figli[oa]|figli[oa] di|quando avevo|da quando|meu filho|minha filha|quando tinha|desde os|mijn (?:zoon|dochter|kind\w*)|toen ik|sinds mijn|moj(?:a|ego|ej)? (?:syn\w*|cork\w*)|kiedy mialam|gdy mialam|odkad|min (?:son|dotter)|mina barn|nar jag var|sedan jag var|oglum|kizim|yasindayken|yasindan beri|سنة خبرة|ابني|ابنتي|عندما كان|منذ كان)\b|سنوات خبرة|سنة خبرة|ابنتي|ابني|اطفالي/u;
const BORN =
  /\b(?:born in|born|geboren|nee en|ne en|nacid[ao] en|naci en|nat[ao] nel|nascid[ao] em|nasci em|geboren in|urodzon[ya] w|fodd)\s+(20\d\d)\b/u;
const SENTENCE_END = /[\n!?;]+\s*|[.](?!\s?(?:klasse|ano|kl\b))\s*/u;

/**
 * The applicant, or the person the account is about, is under age.
 *
 * @param year - of the day of vetting, to read years of birth.
 */
export function minor(
  { about, posts }: ApplicationText,
  year: number,
  { adultAge }: VettingPolicy,
): Finding[] {
  const sentences = [about, ...posts].flatMap((text) => withDigits(foldText(text)).split(SENTENCE_END));
  for (const sentence of sentences) {
    if (PARENT_RUN.test(sentence))
      return [finding('its account is run for a child, or parents sign for the applicant')];
    if (ABOUT_OTHERS.test(sentence)) continue;
    if (STILL_AT_SCHOOL.test(sentence)) return [finding('the applicant says to be at school or under age')];
    const born = Number(BORN.exec(sentence)?.[1] ?? 0);
    if (born > year - adultAge && born <= year) return [finding(`the applicant was born in ${born}`)];
    for (const pattern of OWN_AGE) {
      for (const match of sentence.matchAll(pattern)) {
        const age = Number(match[1]);
        if (age < adultAge) return [finding(`the applicant says to be ${age}`)];
      }
    }
  }
  return [];
}

const finding = (why: string): Finding => ({ flag: 'minor', sentence: `A contract needs an adult: ${why}.` });

const withDigits = (folded: string): string =>
  AGE_WORDS.reduce((text, [word, digits]) => text.replaceAll(word, digits), folded);
