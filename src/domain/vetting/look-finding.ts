import type { Finding } from './flag.ts';
import type { LookFacts } from './look/look-facts.ts';
import { percentWords } from './percent-words.ts';
import type { VettingPolicy } from './vetting-policy.ts';

/** The posts' pictures have little of the brand's look. @param look - null when there was no board or no picture. */
export function lookFinding(look: LookFacts | null, policy: VettingPolicy): Finding[] {
  if (look === null || look.pictures < policy.lookPicturesMin || look.closeness >= policy.lookClosenessMin)
    return [];
  return [
    {
      flag: 'off_brand_aesthetic',
      sentence: `Colours, light and composition of ${look.pictures} pictures come ${percentWords(look.closeness)} close to the brand’s reference board.`,
    },
  ];
}
