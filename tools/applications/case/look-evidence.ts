import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import { paletteDistance } from '../../../src/domain/vetting/look/palette-distance.ts';
import type { ApplicationCase } from './application-case.ts';

/** The applicant's pictures beside the brand's; empty when nothing was compared. */
export function lookEvidence({ stored, vetting, posts, board, lookLimit }: ApplicationCase): Evidence[] {
  const { look } = vetting;
  if (look === null) return [];
  return [
    {
      type: 'look',
      applicationId: stored.applicationId,
      look,
      limit: lookLimit,
      paletteDistance: paletteDistance(look.postsPalette, look.brandPalette),
      posts: [...posts],
      board: board.map(({ place }) => place),
      isBoardSimulated: board.some(({ isSimulated }) => isSimulated),
    },
  ];
}
