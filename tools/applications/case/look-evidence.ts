import type { StoredVetting } from '../../../src/domain/applications/stored-application.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import { visibleText } from '../../../src/domain/text/visible-text.ts';
import { paletteDistance } from '../../../src/domain/vetting/look/palette-distance.ts';
import type { ApplicationCase } from './application-case.ts';

/** The applicant's pictures beside the brand's, and what a model with eyes said of them; empty when nothing was compared. */
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
    ...modelLookEvidence(vetting.modelLook),
  ];
}

/** A model's words, which a picture's words may have coloured: cut, made visible, and said to decide nothing. */
function modelLookEvidence(modelLook: StoredVetting['modelLook']): Evidence[] {
  if (modelLook === null) return [];
  const title = 'Pictures compared by a model';
  if (modelLook.state === 'failed') {
    return [
      {
        type: 'note',
        title,
        text: `It could not be done, and the measured figures stand: ${modelLook.reason}`,
      },
    ];
  }
  const { engine, posts, board, comparison } = modelLook;
  const { closeness, observations, mentions } = comparison;
  const said = (words: string): string => visibleText(words, 240);
  return [
    {
      type: 'note',
      title,
      text: [
        `${said(engine)} saw ${posts} of its pictures beside ${board} of the brand’s, and calls them ${Math.round(100 * closeness)} % close.`,
        ...observations.map((sentence) => `“${said(sentence)}”`),
        mentions.length === 0
          ? 'It read no brand or words in them.'
          : `It read in them: ${mentions.map(said).join(', ')}.`,
        'Nothing is decided by this.',
      ].join(' '),
    },
  ];
}
