import { exampleClicks, exampleConversions } from './example-sketches.ts';
import type { ClickSketch, ConversionSketch } from './sketch.ts';
import type { Tally } from './tally.ts';

/** A tally for tests: one cell of conversions in the newest window, and clicks. */
export function exampleTally(
  partnerId: string,
  sums: Partial<ConversionSketch>,
  clicks: Partial<ClickSketch> | null = null,
): Tally {
  const filled = exampleConversions({ partnerId, ...sums });
  return {
    partnerId,
    type: 'content',
    buyers: null,
    cells: [{ device: filled.device, customerType: filled.customerType, window: 0, sums: filled }],
    byCurrency: [filled],
    clicks: clicks && exampleClicks({ partnerId, ...clicks }),
    conversionsWithClickDays: filled.conversions,
    coarseConversions: 0,
  };
}
