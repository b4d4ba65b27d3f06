import type pg from 'pg';
import { listUnseen } from '../../../db/queries/applications/list-unseen.ts';
import { putBoard } from '../../../db/queries/applications/put-board.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { WebReader } from '../../domain/web/web-reader.ts';
import { createPictureWorkers } from '../vetting/images/picture-workers.ts';
import { readBoard } from '../vetting/images/read-board.ts';
import { seeApplication } from './see-application.ts';

/** Applications whose pictures are open at a time; bounds memory. */
const AT_ONCE = 4;

/**
 * Looks at the pictures of applications that wait, before any of them is vetted: only then is a copy known as one. What was
 * seen by an earlier try is not looked at again. The brand's board is read anew where the policy names one.
 *
 * @returns how many applications were looked at.
 */
export async function seeWaiting(
  {
    pool,
    brandBoard,
    openWeb,
    signal,
  }: {
    readonly pool: pg.Pool;
    readonly brandBoard: readonly string[];
    /** Null: nothing is fetched. */
    readonly openWeb: (() => WebReader) | null;
    readonly signal: AbortSignal;
  },
  applicationIds: readonly string[],
): Promise<number> {
  const unseen = await listUnseen(pool, applicationIds);
  if (unseen.length === 0) return 0;
  const workers = createPictureWorkers();
  const web = openWeb?.() ?? null;
  let seen = 0;
  try {
    if (brandBoard.length > 0) {
      const { pictures } = await readBoard(brandBoard, workers, { withShown: true });
      const board = pictures.flatMap(({ name, look, shown }) =>
        shown === null ? [] : [{ name, look, shown }],
      );
      await inTransaction(pool, (db) => putBoard(db, board, { isSimulated: false }));
    }
    const queue = unseen.values();
    const work = async (): Promise<void> => {
      for (const applicationId of queue) {
        if (signal.aborted) return;
        await seeApplication({ db: pool, workers, folder: null, web, signal }, applicationId);
        seen += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return seen;
  } finally {
    await workers.close();
    await web?.close();
  }
}
