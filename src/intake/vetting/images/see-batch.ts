import { boardOf, compareLook } from '../../../domain/vetting/look/compare-look.ts';
import type { LookFacts } from '../../../domain/vetting/look/look-facts.ts';
import type { PictureFacts } from '../../../domain/vetting/look/picture-facts.ts';
import type { ReadApplication } from '../../../domain/vetting/read-application.ts';
import { pictureFacts, seePictures } from './application-pictures.ts';
import type { PictureSources } from './open-picture.ts';
import { createPictureWorkers } from './picture-workers.ts';
import { readBoard } from './read-board.ts';

/** Applications whose pictures are open at a time; bounds memory. */
const AT_ONCE = 6;

export interface BatchPictures {
  readonly pictures: readonly (PictureFacts | null)[];
  readonly looks: readonly (LookFacts | null)[];
  /** Pictures of the board that could not be read, each with its reason. */
  readonly leftOut: readonly string[];
}

/**
 * Looks at the pictures of a whole file of applications, on threads, and compares them with the brand's board.
 *
 * @param brandBoard - files and folders; empty: no look is compared.
 * @throws {Refusal} `file_unreadable` when the board cannot be read.
 */
export async function seeBatch(
  applications: readonly ReadApplication[],
  {
    brandBoard,
    signal,
    onProgress,
    ...sources
  }: PictureSources & {
    readonly brandBoard: readonly string[];
    readonly signal: AbortSignal;
    readonly onProgress: (done: number, total: number) => void;
  },
): Promise<BatchPictures> {
  const workers = createPictureWorkers();
  try {
    const { pictures: shown, leftOut } = await readBoard(brandBoard, workers);
    const board = boardOf(shown.map(({ look }) => look));
    const pictures: (PictureFacts | null)[] = applications.map(() => null);
    const looks: (LookFacts | null)[] = applications.map(() => null);
    const withPictures = [...applications.entries()].filter(([, { application }]) =>
      application.posts.some(({ image }) => image !== null),
    );
    let done = 0;
    const queue = withPictures.values();
    const work = async (): Promise<void> => {
      for (const [at, { application }] of queue) {
        if (signal.aborted) return;
        const facts = pictureFacts(await seePictures(application, { ...sources, workers, signal }));
        pictures[at] = facts;
        if (facts !== null && board !== null)
          looks[at] = compareLook(facts.measures, board, facts.unreadable);
        done += 1;
        onProgress(done, withPictures.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { pictures, looks, leftOut };
  } finally {
    await workers.close();
  }
}
