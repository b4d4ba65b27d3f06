import { foldText } from '../text/fold-text.ts';

const GOOD =
  /(?<![\p{L}])(?:excellent|great|love[ds]?|best|superb|reliable|impress\p{L}*|recommend\p{L}*|comfortable|sturdy|beautiful\p{L}*|favou?rite|worth|delight\p{L}*|well[- ]made|hervorragend|toll|grossartig|empfehl\p{L}*|uberzeug\p{L}*|zuverlassig|begeister\p{L}*|super|excellente?|genial\p{L}*|parfait\p{L}*|recommand\p{L}*|fiable|magnifique|excelente|recomiend\p{L}*|recomend\p{L}*|fiable|perfect[oa]|encant\p{L}*|ottim[oa]|eccellente|consigli\p{L}*|affidabile|perfett[oa]|uitstekend|geweldig|aanrad\p{L}*|betrouwbaar|prachtig|otim[oa]|confiavel|adorei)(?![\p{L}])/gu;
const BAD =
  /(?<![\p{L}])(?:bad|poor(?:ly)?|terrible|awful|disappoint\p{L}*|avoid|broke[n]?|faulty|scam|worst|refund|overpriced|cheaply|useless|flims\p{L}*|complain\p{L}*|fail(?:ed|s|ure)?|schlecht\p{L}*|enttausch\p{L}*|mangelhaft|kaputt|defekt\p{L}*|betrug|uberteuert|mauvais\p{L}*|decev\p{L}*|decu\p{L}*|arnaque|nul(?:le)?|cassee?|mal[oa]s?|decepcion\p{L}*|estafa|rot[oa]|peor|pessim[oa]|delu\p{L}*|scadente|truffa|rott[oa]|slecht\p{L}*|teleurgesteld|teleurstell\p{L}*|kapot|oplichting|waardeloos|ruim|desilud\p{L}*|golpe|burla|estragad[oa])(?![\p{L}])/gu;
const NOT =
  /(?<![\p{L}])(?:not|never|no|isn't|wasn't|don't|didn't|hardly|nicht|kein\p{L}*|nie|pas|jamais|aucun\p{L}*|nunca|ningun\p{L}*|non|mai|niet|geen|nooit|nao)\s+(?:\p{L}+\s+){0,2}$/u;
const SENTENCES_MAX = 400;

/** How a text speaks of some names. */
export interface NamedSentiment {
  readonly mentions: number;
  /** −1 to 1; null when no sentence names them. */
  readonly sentiment: number | null;
}

/** Counts good and bad words, with a "not" before them turned round, in the sentences that name one of `names`. */
export function brandSentiment(text: string, names: readonly string[]): NamedSentiment {
  const wanted = names.map((name) => foldText(name).trim()).filter(({ length }) => length > 1);
  const patterns = wanted.map(
    (name) =>
      new RegExp(
        `(?<![\\p{L}\\p{N}])${name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
        'gu',
      ),
  );
  let [mentions, good, bad, sentences] = [0, 0, 0, 0];
  for (const sentence of foldText(text).split(/(?<=[.!?])\s+|\n+/)) {
    const named = patterns.reduce((sum, pattern) => sum + (sentence.match(pattern)?.length ?? 0), 0);
    if (named === 0) continue;
    mentions += named;
    sentences += 1;
    if (sentences > SENTENCES_MAX) continue;
    const isTurned = ({ index }: RegExpExecArray): boolean => NOT.test(sentence.slice(0, index));
    const praise = [...sentence.matchAll(GOOD)];
    const blame = [...sentence.matchAll(BAD)];
    const turnedPraise = praise.filter(isTurned).length;
    const turnedBlame = blame.filter(isTurned).length;
    good += praise.length - turnedPraise + turnedBlame;
    bad += blame.length - turnedBlame + turnedPraise;
  }
  return { mentions, sentiment: sentences === 0 ? null : (good - bad) / Math.max(1, good + bad) };
}
