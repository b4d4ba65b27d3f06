import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { ReadSitePage } from '../../../src/domain/vetting/site/observed-site.ts';

/** How a site's pages fit the brand, to be looked at: no rule uses it. Empty when they were not compared. */
export function brandEvidence(pages: readonly ReadSitePage[]): Evidence[] {
  const sentences = pages.flatMap(({ brand, isStart }, at) => {
    if (brand === null) return [];
    const { score, similarity, tone, mentions, sentiment } = brand;
    const named =
      mentions === 0 || sentiment === null
        ? 'the brand is not named'
        : `the brand is named ${mentions === 1 ? 'once' : `${mentions} times`}, feeling ${sentiment.toFixed(2)} of −1 to 1`;
    const page = isStart ? 'Start page' : `Newest post ${at}`;
    return [
      `${page}: ${score.toFixed(2)} (near the brand’s text ${similarity.toFixed(2)}, sober tone ${tone.toFixed(2)}, ${named}).`,
    ];
  });
  if (sentences.length === 0) return [];
  const text = [
    ...sentences,
    'From 0 to 1, against vetting.brandText and vetting.brandNames, by a sentence encoder made for English and lists of words. To be looked at: it decides nothing.',
  ].join(' ');
  return [{ type: 'note', title: 'Brand alignment of its pages', text }];
}
