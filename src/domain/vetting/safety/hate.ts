import type { ApplicationText, ReadSentence } from '../application-text.ts';
import type { Finding } from '../flag.ts';
import { placesOf } from './topics.ts';

/** Slurs, and sentences that call a group of people vermin, criminals or lesser; speaking against such talk does not count. */
export function hateFindings({ sentences }: ApplicationText): Finding[] {
  const hits = sentences.filter(isHateful);
  if (hits.length === 0) return [];
  return [
    { flag: 'hate_or_slur', sentence: `It demeans a group of people or uses a slur${placesOf(hits)}.` },
  ];
}

function isHateful(sentence: ReadSentence): boolean {
  if (sentence.count('hate_exempt') > 0) return false;
  const names = sentence.count('hate');
  const saysGroupIs = /\b(?:are|sind|sont|son|sono|sao|zijn|sa|ar)\b/iu.test(sentence.text) && names > 0;
  if (names > 0 && !saysGroupIs) return true;
  return sentence.count('hate_weak') > 0 && sentence.count('hate_group') > 0;
}
