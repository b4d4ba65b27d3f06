import { foldText } from '../../text/fold-text.ts';
import type { ApplicationText, ReadSentence } from '../application-text.ts';
import type { Finding } from '../flag.ts';
import type { VettingPolicy } from '../vetting-policy.ts';
import { placesOf } from './topics.ts';

/** A contract that ties the applicant to somebody else; one that has ended, or is offered to us, does not count. */
export function competitorExclusive(
  { sentences }: ApplicationText,
  { competitors }: VettingPolicy,
): Finding[] {
  const hits = sentences.filter(
    (sentence) => isTied(sentence) && sentence.count('competitor_exclusive_exempt') === 0,
  );
  if (hits.length === 0) return [];
  const names = competitors.filter((name) =>
    hits.some(({ text }) => foldText(text).includes(foldText(name))),
  );
  const who = names.length > 0 ? `a competitor on your list (${names.join(', ')})` : 'another brand';
  return [
    { flag: 'competitor_exclusive', sentence: `It says that a contract ties it to ${who}${placesOf(hits)}.` },
  ];
}

const isTied = (sentence: ReadSentence): boolean =>
  sentence.count('competitor_exclusive') > 0 ||
  (sentence.where === 'about' &&
    ((sentence.count('exclusive_word') > 0 && sentence.count('tie_word') > 0) ||
      (sentence.count('contract_word') > 0 && sentence.count('forbid_word') > 0)));
