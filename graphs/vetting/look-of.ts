import type { z } from 'zod';
import type { Problem } from '../../src/domain/vetting/application.ts';
import { boardOf, compareLook } from '../../src/domain/vetting/look/compare-look.ts';
import type { LookFacts } from '../../src/domain/vetting/look/look-facts.ts';
import { pictureProblems } from '../../src/domain/vetting/look/picture-problem.ts';
import type { readApplication } from '../../tools/applications/read-application.ts';

type Found = Pick<z.output<(typeof readApplication)['output']>, 'pictures' | 'board'>;

/** How an application's pictures compare with the brand's board, and what is wrong with those that nobody could see. */
export function lookOf({ pictures, board }: Found): { look: LookFacts | null; problems: Problem[] } {
  const measures = pictures.flatMap(({ look }) => look ?? []);
  const unreadable = pictures.flatMap(({ place, state, reason }) =>
    state === 'seen' ? [] : [{ place, state, reason: reason ?? 'it could not be looked at.' }],
  );
  const brand = boardOf(board);
  return {
    look: brand === null ? null : compareLook(measures, brand, unreadable.length),
    problems: pictureProblems(unreadable, pictures.length),
  };
}
