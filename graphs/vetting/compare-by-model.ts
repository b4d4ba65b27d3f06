import { listBoard } from '../../db/queries/applications/list-board.ts';
import type { KeptPicture } from '../../db/queries/applications/list-pictures.ts';
import { shownPicture } from '../../db/queries/applications/shown-picture.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ModelLook } from '../../src/domain/vetting/look/model-look.ts';
import type { GraphDeps } from '../graph-deps.ts';

/** Enough to show a style; each costs tokens. */
const PICTURES_MAX = 4;

/**
 * Has a model with eyes compare an application's pictures with the brand's, where the policy says that the configured one has
 * them. It gets our own small copies alone. What it cannot do holds up nothing.
 *
 * @returns null when nobody was asked: by policy, without a model, or with nothing to compare.
 */
export async function compareByModel(
  { db, engine, policy }: Pick<GraphDeps, 'db' | 'engine' | 'policy'>,
  applicationId: string,
  pictures: readonly KeptPicture[],
): Promise<ModelLook | null> {
  if (!policy.vetting.compareLookByModel || engine.compareLook === undefined) return null;
  const shown = async (owner: string | null, places: readonly number[]): Promise<Uint8Array[]> => {
    const found = await Promise.all(
      places.slice(0, PICTURES_MAX).map((place) => shownPicture(db, { applicationId: owner, place })),
    );
    return found.filter((picture) => picture !== null);
  };
  const seen = pictures.flatMap(({ place, state }) => (state === 'seen' ? [place] : []));
  if (seen.length === 0) return null;
  const posts = await shown(applicationId, seen);
  const board = await shown(
    null,
    (await listBoard(db)).map(({ place }) => place),
  );
  if (posts.length === 0 || board.length === 0) return null;
  try {
    const { comparison, madeBy } = await engine.compareLook({ posts, board });
    return { state: 'compared', ...madeBy, posts: posts.length, board: board.length, comparison };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { state: 'failed', reason: error.sentence.slice(0, 1_000) };
  }
}
