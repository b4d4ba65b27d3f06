import { countTerms, termWords } from '../lexicon/term-index.ts';
import { sentenceRoles } from '../sentence-role.ts';
import { GLOSS_IDEAS, glossIndex } from './gloss-words.ts';

/** Words after which the next few say what is not meant; folded. */
const NEGATIONS: ReadonlySet<string> = new Set(
  'not no don doesn didn isn aren won without never nothing instead hold rather except nicht kein keine keinen ohne statt nie pas sans ne aucun aucune jamais rien ni nunca non senza nessun nessuna mai nao sem nem niet geen zonder nooit لا لم ليس بدون مو ما nie bez inte utan ingen degil'.split(
    ' ',
  ),
);
const NEGATED_WORDS = 4;

/** How often a mail names each idea of the word lists, by where it does. Places are ideas, in the lists' order. */
export interface MailGloss {
  readonly body: Uint16Array;
  readonly subject: Uint16Array;
  /** In sentences that want something. */
  readonly asked: Uint16Array;
  /** Right after a negation. */
  readonly negated: Uint16Array;
  /** Two ideas in one sentence; see `pairPlace`. */
  readonly pairs: ReadonlySet<number>;
}

/** The place of a pair of ideas in a triangle without diagonal. */
export function pairPlace(one: number, other: number): number {
  const high = Math.max(one, other);
  return (high * (high - 1)) / 2 + Math.min(one, other);
}

/** @param language - ISO 639-1, `und` when unknown. */
export function mailGloss(subject: string, body: string, language: string): MailGloss {
  const index = glossIndex(language);
  const gloss = {
    body: new Uint16Array(GLOSS_IDEAS),
    subject: countTerms(index, termWords(subject)),
    asked: new Uint16Array(GLOSS_IDEAS),
    negated: new Uint16Array(GLOSS_IDEAS),
    pairs: new Set<number>(),
  };
  for (const { sentence, role } of sentenceRoles(body)) {
    const words = termWords(sentence);
    const counts = countTerms(index, words);
    add(gloss.body, counts);
    if (role === 'ask') add(gloss.asked, counts);
    const named = [...counts.keys()].filter((idea) => (counts[idea] ?? 0) > 0);
    for (const [at, one] of named.entries()) {
      for (const other of named.slice(0, at)) gloss.pairs.add(pairPlace(one, other));
    }
    words.forEach((word, at) => {
      if (!NEGATIONS.has(word)) return;
      add(gloss.negated, countTerms(index, words.slice(at + 1, at + 1 + NEGATED_WORDS)));
    });
  }
  return gloss;
}

function add(to: Uint16Array, counts: Uint16Array): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + (counts[at] ?? 0);
}
