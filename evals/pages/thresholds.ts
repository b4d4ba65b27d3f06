import type { Threshold } from '../suite-result.ts';

/**
 * What the audit has to reach on pages written by recipe, and on whole ones by a stranger that it never met. The written are plainer than real ones: what it reaches there is measured by
 * `measure-real.ts` on a folder of real pages, which does not ship.
 */
export const PAGE_THRESHOLDS: Readonly<Record<string, Threshold>> = {
  typeAccuracy: { atLeast: 0.93 },
  languageAccuracy: { atLeast: 0.93 },
  disclosureFound: { atLeast: 0.95 },
  /** Pairs of a tested comparison and a thin list where the comparison scores higher. */
  testedAboveThin: { atLeast: 0.9 },
  textF1Articles: { atLeast: 0.95 },
  textF1Others: { atLeast: 0.8 },
  unseenTypeAccuracy: { atLeast: 0.85 },
  unseenDisclosure: { atLeast: 0.85 },
  unseenTextF1Articles: { atLeast: 0.92 },
  unseenTextF1Others: { atLeast: 0.8 },
};
